/** How the passage was found, with the difference or the places to choose from. */
import type { AnchoredNote } from '../../page/notes/anchoring.ts';
import { beginningOf, endOf } from '../surroundings.ts';
import { Difference } from './difference.tsx';
import { FOUND, NOTE_TEXT } from './strings.ts';

export interface StandingProps {
  readonly anchored: AnchoredNote;
  readonly choose?: (choice: number) => void;
  readonly preview?: (choice: number) => void;
}

export function Standing({ anchored, choose, preview }: StandingProps) {
  const { note, found } = anchored;
  const saved = note.passage?.text ?? '';
  const { lang } = note.page;
  if ('place' in found) {
    const changed = found.place.text !== saved;
    if (!changed && found.confidence !== 'moved') return null;
    return (
      <div class="standing">
        <p class="found">{FOUND[changed ? 'edited' : 'moved']}</p>
        {changed && <Difference before={saved} now={found.place.text} lang={lang} />}
      </div>
    );
  }
  if (found.confidence === 'page') return <p class="found quiet">{FOUND.page}</p>;
  if (found.confidence === 'lost')
    return (
      <div class="standing">
        <p class="found">{FOUND.lost}</p>
        <p class="orphan" lang={lang ?? undefined} dir="auto">
          {note.passage?.before && <span class="around">{endOf(note.passage.before)}</span>}
          <mark>{saved}</mark>
          {note.passage?.after && <span class="around">{beginningOf(note.passage.after)}</span>}
        </p>
      </div>
    );
  return (
    <div class="standing">
      <p class="found">{FOUND.ambiguous}</p>
      <ol class="choices">
        {found.choices.map((place, i) => (
          <li key={place.span.start}>
            <Difference before={saved} now={place.text} lang={lang} />
            {preview && (
              <button type="button" class="small" onClick={() => preview(i)}>
                {NOTE_TEXT.show}
              </button>
            )}
            {choose && (
              <button type="button" class="small" onClick={() => choose(i)}>
                {NOTE_TEXT.isIt}
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
