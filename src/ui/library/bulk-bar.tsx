/** What can be done with the notes that are selected. */
import { useState } from 'preact/hooks';
import { COLOURS } from '../../core/annotation/annotation.ts';
import { COLOUR, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export function BulkBar({ library }: { library: Library }) {
  const { selected, found } = library;
  const [tag, setTag] = useState('');
  if (selected.size === 0) return null;
  const ids = [...selected];
  const name = tag.trim().replace(/^#/, '');
  return (
    <div class="bulk" role="toolbar" aria-label={LIBRARY.selected(selected.size)}>
      <strong>{LIBRARY.selected(selected.size)}</strong>
      {found && selected.size < found.total && (
        <button type="button" class="link" onClick={() => void library.selectAllFound()}>
          {LIBRARY.selectAll(found.total)}
        </button>
      )}
      {!library.readOnly && (
        <>
          <label>
            {LIBRARY.tagName}{' '}
            <input type="text" value={tag} size={12} onInput={(event) => setTag(event.currentTarget.value)} />
          </label>
          <button
            type="button"
            class="link"
            disabled={name === ''}
            onClick={() => void library.bulk(ids, { kind: 'tag', tag: name })}
          >
            {LIBRARY.addTag}
          </button>
          <button
            type="button"
            class="link"
            disabled={name === ''}
            onClick={() => void library.bulk(ids, { kind: 'untag', tag: name })}
          >
            {LIBRARY.removeTag}
          </button>
          <span class="swatches">
            {COLOURS.map((colour) => (
              <button
                type="button"
                key={colour}
                class={`swatch ${colour}`}
                aria-label={COLOUR[colour]}
                title={COLOUR[colour]}
                onClick={() => void library.bulk(ids, { kind: 'colour', colour })}
              />
            ))}
          </span>
        </>
      )}
      <button type="button" class="link" onClick={() => library.go({ kind: 'export' })}>
        {LIBRARY.exportThese}
      </button>
      {!library.readOnly && (
        <button type="button" class="link danger" onClick={() => void library.bulk(ids, { kind: 'delete' })}>
          {LIBRARY.delete}
        </button>
      )}
      <button type="button" class="link" onClick={library.clearSelection}>
        {LIBRARY.unselect}
      </button>
    </div>
  );
}
