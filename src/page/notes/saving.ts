/** Saving: what is selected, the page as a whole, or the sentence of a mention with the statements of its card. */
import type { Annotation, LinkedEntity, PinnedFact } from '../../core/annotation/annotation.ts';
import { pinFact } from '../../core/annotation/facts.ts';
import type { Card } from '../../core/dataset/card.ts';
import { sentenceAround } from '../../core/text/spans.ts';
import type { PageMention } from '../page-state.ts';
import { locate } from '../read/text-map.ts';
import { lineBox } from '../rects.ts';
import { type DraftHost, describePassage, draftNote } from './draft.ts';
import { eachOnce, entitiesIn } from './named-entities.ts';
import type { NoteText } from './note-text.ts';
import type { NoteWrites } from './note-writes.ts';
import type { NotesUi } from './notes-ui.ts';
import type { PageNotes } from './page-notes.ts';
import { selectedRange } from './selected-range.ts';
import { spanOfRange } from './selection-span.ts';

export interface SavingHost extends DraftHost {
  readonly ui: NotesUi;
  readonly notes: PageNotes;
  readonly writes: NoteWrites;
  readonly isPrivate: boolean;
  mentions(): readonly PageMention[];
  /** Called with a note that was saved just now. */
  onSaved(id: string): void;
}

export interface Saving {
  saveSelection(): Promise<void>;
  savePage(): Promise<void>;
  saveMention(range: AbstractRange, card: Card): Promise<void>;
}

/** Statements of a card that are kept with a note. */
const MOST_FACTS = 50;

export function createSaving(host: SavingHost): Saving {
  const { document, ui, notes } = host;
  const keep = async (note: Annotation, anchor: (() => DOMRect | null) | null) => {
    const saved = host.isPrivate ? 'private' : await host.writes.save(note);
    if (typeof saved === 'string') ui.say(saved, anchor);
    else host.onSaved(saved.id);
  };
  const saveRange = async (
    range: AbstractRange,
    facts: readonly PinnedFact[],
    also: readonly LinkedEntity[],
  ) => {
    const passage = describePassage(notes.readNow(), range);
    const anchor = () => lineBox(range, null);
    if (!passage) return ui.say('nothing-selected', anchor);
    const entities = eachOnce([...also, ...entitiesIn(host.mentions(), range)]);
    await keep(draftNote(host, { passage, entities, facts }), anchor);
  };
  return {
    async saveSelection() {
      const range = selectedRange(document);
      if (host.isPrivate) ui.say('private', range && (() => lineBox(range, null)));
      else if (range) await saveRange(range, [], []);
      else ui.say('nothing-selected', null);
    },
    savePage: () => keep(draftNote(host, { passage: null, entities: [], facts: [] }), null),
    async saveMention(range, card) {
      const now = host.now();
      const facts = card.statements
        .slice(0, MOST_FACTS)
        .map((statement) => pinFact(statement, card.datasetVersion, now));
      const entity = { id: card.id, name: card.name, kind: card.kind };
      await saveRange(sentenceRange(notes.readNow(), range) ?? range, facts, [entity]);
    },
  };
}

/** The sentence around a mention: a name alone says nothing, and stands in many places. */
function sentenceRange({ map }: NoteText, range: AbstractRange): StaticRange | null {
  const span = spanOfRange(map, range);
  const place = span && locate(map, sentenceAround(map.text, span));
  return place ? new StaticRange(place) : null;
}
