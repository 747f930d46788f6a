/** What a file would bring, before it is agreed to. */
import type { ImportPreview, ImportWarning } from '../../messages/to-library.ts';
import { plainText } from './plain-text.ts';
import { Problems } from './problems.tsx';
import { FILE_WARNING, LIBRARY } from './strings.ts';

export interface PreviewProps {
  readonly preview: ImportPreview;
  /** Whether notes that differ from those that are here come in beside them. */
  readonly keepBoth: boolean;
  readonly setKeepBoth: (keep: boolean) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
}

export function Preview({ preview, keepBoth, setKeepBoth, commit, cancel }: PreviewProps) {
  const wanted = preview.fresh + (keepBoth ? preview.differing : 0);
  return (
    <div class="preview">
      <h3>{LIBRARY.preview(preview.name)}</h3>
      {preview.warnings.map((warning) => (
        <p key={warning.kind} class="caution">
          {warningWords(warning)}
        </p>
      ))}
      <Tally preview={preview} keepBoth={keepBoth} setKeepBoth={setKeepBoth} />
      <Examples notes={preview.examples} fresh={preview.fresh} />
      <Problems preview={preview} />
      <p class="small">{LIBRARY.touched}</p>
      <p class="links">
        <button type="button" class="button main" disabled={wanted === 0} onClick={commit}>
          {wanted === 0 ? LIBRARY.nothingToImport : LIBRARY.commit(wanted)}
        </button>
        <button type="button" class="link" onClick={cancel}>
          {LIBRARY.cancel}
        </button>
      </p>
    </div>
  );
}

type TallyProps = Pick<PreviewProps, 'preview' | 'keepBoth' | 'setKeepBoth'>;

function Tally({ preview: { fresh, same, differing, sources }, keepBoth, setKeepBoth }: TallyProps) {
  return (
    <ul class="tally">
      <li>{LIBRARY.fresh(fresh)}</li>
      {same > 0 && <li>{LIBRARY.same(same)}</li>}
      {differing > 0 && (
        <li>
          {LIBRARY.differing(differing)}.{' '}
          <label>
            <input
              type="checkbox"
              checked={keepBoth}
              onChange={(event) => setKeepBoth(event.currentTarget.checked)}
            />{' '}
            {LIBRARY.keepBoth}
          </label>
        </li>
      )}
      {sources > 0 && <li>{LIBRARY.sources(sources)}</li>}
    </ul>
  );
}

function Examples({ notes, fresh }: { notes: ImportPreview['examples']; fresh: number }) {
  if (notes.length === 0) return null;
  return (
    <ul class="examples">
      {notes.map((note) => (
        <li key={note.id}>
          <span class="quote" dir="auto">
            {note.passage?.text ?? note.page.title}
          </span>
          {note.note && <span class="own">{plainText(note.note)}</span>}
        </li>
      ))}
      {fresh > notes.length && <li>{LIBRARY.moreFresh(fresh - notes.length)}</li>}
    </ul>
  );
}

function warningWords(warning: ImportWarning): string {
  switch (warning.kind) {
    case 'encoding':
      return FILE_WARNING.encoding(warning.encoding, 0);
    case 'count':
      return FILE_WARNING.count(warning.stated, warning.found);
    default:
      return FILE_WARNING[warning.kind]('', 0);
  }
}
