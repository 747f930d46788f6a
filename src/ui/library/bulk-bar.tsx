/** What can be done with the notes that are selected. */
import { useState } from 'preact/hooks';
import { COLOURS } from '../../core/annotation/annotation.ts';
import { COLOUR, WORDS } from './strings.ts';
import type { Library } from './use-library.ts';

export function BulkBar({ library }: { library: Library }) {
  const { selected, found } = library;
  const [tag, setTag] = useState('');
  if (selected.size === 0) return null;
  const ids = [...selected];
  const name = tag.trim().replace(/^#/, '');
  return (
    <div class="bulk" role="toolbar" aria-label={WORDS.selected(selected.size)}>
      <strong>{WORDS.selected(selected.size)}</strong>
      {found && selected.size < found.total && (
        <button type="button" class="link" onClick={() => void library.selectAllFound()}>
          {WORDS.selectAll(found.total)}
        </button>
      )}
      {!library.readOnly && (
        <>
          <label>
            {WORDS.tagName}{' '}
            <input type="text" value={tag} size={12} onInput={(event) => setTag(event.currentTarget.value)} />
          </label>
          <button
            type="button"
            class="link"
            disabled={name === ''}
            onClick={() => void library.bulk(ids, { kind: 'tag', tag: name })}
          >
            {WORDS.addTag}
          </button>
          <button
            type="button"
            class="link"
            disabled={name === ''}
            onClick={() => void library.bulk(ids, { kind: 'untag', tag: name })}
          >
            {WORDS.removeTag}
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
        {WORDS.exportThese}
      </button>
      {!library.readOnly && (
        <button type="button" class="link danger" onClick={() => void library.bulk(ids, { kind: 'delete' })}>
          {WORDS.delete}
        </button>
      )}
      <button type="button" class="link" onClick={library.clearSelection}>
        {WORDS.unselect}
      </button>
    </div>
  );
}
