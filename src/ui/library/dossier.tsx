/** Everything saved about one entity, beside what the dataset states about it, on one line of time. */
import { useEffect, useState } from 'preact/hooks';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { factContent } from '../../core/annotation/facts.ts';
import type { Card, CardStatement } from '../../core/dataset/card.ts';
import { shownDate } from '../../core/dataset/grouping.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';
import { EVERYTHING } from '../../messages/to-library.ts';
import { localText, localTextLanguage } from '../card/local-text.ts';
import { inWords } from '../dates.ts';
import { KIND } from '../strings.ts';
import { Statement } from './facts.tsx';
import { plainText } from './plain-text.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

interface Moment {
  /** `9999` for what has no date: it comes last. */
  readonly year: string;
  readonly notes: readonly Annotation[];
  readonly statements: readonly CardStatement[];
}

interface Found {
  /** Null for what the dataset does not have (any more). */
  readonly card: Card | null;
  readonly isUnread: boolean;
  readonly notes: readonly Annotation[];
}

export function Dossier({ id, library }: { id: string; library: Library }) {
  const found = useFound(id, library);
  if (!found) return null;
  const { card, isUnread, notes } = found;
  const name =
    card?.name ?? notes.flatMap((note) => note.entities).find((entity) => entity.id === id)?.name ?? id;
  return (
    <section class="dossier">
      <header>
        <p class="small">{card ? KIND[card.kind] : LIBRARY.dossier}</p>
        <h2>{name}</h2>
        {card && <p lang={localTextLanguage(card.summary)}>{localText(card.summary)}</p>}
        <p class="small">{LIBRARY.dossierNote(notes.length)}</p>
      </header>
      {isUnread && <p class="caution">{LIBRARY.statementsUnread}</p>}
      <div class="columns" aria-hidden="true">
        <b>{LIBRARY.yours}</b>
        <b>{LIBRARY.states}</b>
      </div>
      {timeline(notes, card?.statements ?? []).map((moment) => (
        <section key={moment.year} class="moment" aria-label={yearWords(moment.year)}>
          <h3>{yearWords(moment.year)}</h3>
          <ol class="mine" aria-label={LIBRARY.yours}>
            {moment.notes.map((note) => (
              <li key={note.id}>
                <SavedNote
                  note={note}
                  isOpen={library.current === note.id}
                  open={() => library.choose(note.id)}
                />
              </li>
            ))}
          </ol>
          <ol class="theirs" aria-label={LIBRARY.states}>
            {moment.statements.map((statement) => (
              <li key={statement.id}>
                <Statement content={factContent(statement)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

/** Both halves at once: what came later would push down what is being read. Null until then. */
function useFound(id: string, { host: { engine }, turn }: Library): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isLate = false;
    const statements = engine.cards({ ids: [id] }).then(
      ([card]) => ({ card: card ?? null, isUnread: false }),
      (error: unknown) => {
        console.error('sidelight: the cards could not be read', error);
        return { card: null, isUnread: true };
      },
    );
    const saved = engine
      .findIds({ query: { ...EVERYTHING, entity: id } })
      .then((ids) => engine.notes({ ids }));
    void Promise.all([statements, saved]).then(([read, notes]) => {
      if (!isLate) setFound({ ...read, notes });
    });
    return () => {
      isLate = true;
    };
  }, [engine, id, turn]);
  return found;
}

interface SavedNoteProps {
  readonly note: Annotation;
  readonly isOpen: boolean;
  readonly open: () => void;
}

function SavedNote({ note, isOpen, open }: SavedNoteProps) {
  const { page, passage } = note;
  return (
    <button
      type="button"
      class={`saved ${note.colour}`}
      aria-current={isOpen ? 'true' : undefined}
      onClick={open}
    >
      <span class="small">
        {page.published ? inWords(page.published) : LIBRARY.savedOn(inWords(note.created.slice(0, 10)))}
        {page.publisher && ` · ${page.publisher}`}
      </span>
      <span class="quote" dir="auto" lang={page.lang ?? undefined}>
        {passage?.text ?? page.title}
      </span>
      {note.note && (
        <span class="own" dir="auto">
          {plainText(note.note)}
        </span>
      )}
    </button>
  );
}

/** By the date of the article, or of the event; within a year in order of days. */
export function timeline(notes: readonly Annotation[], statements: readonly CardStatement[]): Moment[] {
  const dateOfNote = (note: Annotation) => note.page.published ?? note.created;
  const years = new Map<string, { notes: Annotation[]; statements: CardStatement[] }>();
  const at = (date: string | null) => {
    const year = date?.slice(0, 4) ?? '9999';
    const known = years.get(year) ?? { notes: [], statements: [] };
    years.set(year, known);
    return known;
  };
  for (const note of notes) at(dateOfNote(note)).notes.push(note);
  for (const statement of statements) at(shownDate(statement)).statements.push(statement);
  return [...years]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([year, found]) => ({
      year,
      notes: found.notes.sort((a, b) => compareTexts(dateOfNote(a), dateOfNote(b))),
      statements: found.statements.sort((a, b) => compareTexts(shownDate(a) ?? '', shownDate(b) ?? '')),
    }));
}

function yearWords(year: string): string {
  return year === '9999' ? LIBRARY.undated : year;
}
