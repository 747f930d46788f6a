/** One note in the list. */
import { useMemo } from 'preact/hooks';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { inWords } from '../dates.ts';
import { beginningOf } from '../surroundings.ts';
import { Marked } from './marked.tsx';
import { plainText } from './plain-text.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

/** Characters of a note after which its checkbox is named. */
const NAME_LENGTH = 80;

export interface NoteRowProps {
  readonly note: Annotation;
  readonly library: Library;
  readonly hasMoved: boolean;
}

export function NoteRow({ note, library, hasMoved }: NoteRowProps) {
  const { selected, current, query } = library;
  const { page, passage } = note;
  const isCurrent = current === note.id;
  const own = useMemo(() => plainText(note.note), [note.note]);
  const from = [
    page.publisher,
    page.published && inWords(page.published),
    LIBRARY.savedOn(inWords(note.created.slice(0, 10))),
  ];
  return (
    <li class={isCurrent ? 'row current' : 'row'} data-note={note.id}>
      <input
        type="checkbox"
        class="tick"
        aria-label={LIBRARY.selectNote(beginningOf(passage?.text || own || page.title, NAME_LENGTH))}
        checked={selected.has(note.id)}
        onChange={(event) => library.select([note.id], event.currentTarget.checked)}
      />
      <button
        type="button"
        class="open"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => library.choose(isCurrent ? null : note.id)}
      >
        <span class={`bar ${note.colour}`} aria-hidden="true" />
        <span class="quote" lang={page.lang ?? undefined} dir="auto">
          {passage ? <Marked text={passage.text} query={query.text} /> : <i>{LIBRARY.pageNote}</i>}
        </span>
        {own && (
          <span class="own" dir="auto">
            <Marked text={own} query={query.text} />
          </span>
        )}
        <span class="from">
          <b dir="auto">
            <Marked text={page.title || LIBRARY.untitled} query={query.text} />
          </b>{' '}
          · {from.filter(Boolean).join(' · ')}
        </span>
        {(note.tags.length > 0 || hasMoved || note.twin) && (
          <span class="badges">
            {hasMoved && <span class="badge caution">{LIBRARY.moved}</span>}
            {note.twin && <span class="badge caution">{LIBRARY.twin}</span>}
            {note.tags.map((tag) => (
              <span key={tag} class="badge">
                #{tag}
              </span>
            ))}
          </span>
        )}
      </button>
    </li>
  );
}
