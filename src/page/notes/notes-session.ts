/**
 * The notes of one page: finds them again, marks them, follows the page's changes, and saves new ones. This file connects;
 * what each step does stands in its own file.
 */
import type { Annotation, LinkedEntity, NoteChange, PinnedFact } from '../../core/annotation/annotation.ts';
import { pinFact } from '../../core/annotation/facts.ts';
import type { Card } from '../../core/dataset/card.ts';
import { sentenceAround } from '../../core/text/spans.ts';
import { CallError, type Calls } from '../../messages/envelope.ts';
import type { NotesReport } from '../../messages/notes-to-page.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import type { PageMention } from '../page-state.ts';
import { readPageFacts } from '../read/page-facts.ts';
import { locate } from '../read/text-map.ts';
import { lineBox, liveRange, wholeBox } from '../rects.ts';
import { watchPage } from '../watch.ts';
import { type AnchoredNote, anchorNote, rangeOf } from './anchoring.ts';
import { type DraftHost, describePassage, draftNote } from './draft.ts';
import { createNoteMarks } from './note-marks.ts';
import { type NoteText, readNoteText } from './note-text.ts';
import type { ChangeOutcome, NoteMessage, NotesUi } from './notes-ui.ts';
import { spanOfRange } from './selection-span.ts';

export interface NotesHost extends DraftHost {
  readonly worker: Calls<NotesToWorker>;
  readonly ui: NotesUi;
  /** True in private windows, where nothing is saved. */
  readonly isPrivate: boolean;
  /** What is marked on the page, for suggesting entities. */
  mentions(): readonly PageMention[];
  readonly signal: AbortSignal;
}

export interface NotesSession {
  saveSelection(): Promise<void>;
  savePage(): Promise<void>;
  saveMention(range: AbstractRange, card: Card): Promise<void>;
  show(id: string): void;
  report(): NotesReport;
  anchored(): readonly AnchoredNote[];
}

/** Statements of a card that are kept with a note. */
const MOST_FACTS = 50;

export function startNotes(host: NotesHost): NotesSession {
  const { document, worker, ui, signal } = host;
  const marks = createNoteMarks(document, signal);
  let notes: readonly Annotation[] = [];
  let anchored: readonly AnchoredNote[] = [];
  let text: NoteText | null = null;
  let token = 0;

  const readNow = (): NoteText => {
    text = readNoteText(document);
    return text;
  };
  const draw = () => {
    marks.show(anchored);
    ui.corner(
      anchored.length === 0
        ? null
        : { notes: anchored, show, choose, preview, openLibrary: () => openLibrary(null) },
    );
  };
  /** Notes one after another, with the page's turn in between. */
  const anchorAll = async () => {
    const own = ++token;
    if (notes.length === 0) {
      anchored = [];
      draw();
      return;
    }
    const current = readNow();
    const found: AnchoredNote[] = [];
    for (const note of notes) {
      found.push(anchorNote(document, current, note));
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (own !== token || signal.aborted) return;
    }
    anchored = found;
    draw();
  };
  const load = async () => {
    const { urls } = readPageFacts(document, document.location.href);
    notes = await worker.notesOnPage({ urls });
    await anchorAll();
  };
  const quietly = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => console.error('sidelight: the notes could not be shown', error));

  const take = (note: Annotation) => {
    notes = [...notes.filter((other) => other.id !== note.id), note];
    const current = text ?? readNow();
    anchored = [
      ...anchored.filter((other) => other.note.id !== note.id),
      anchorNote(document, current, note),
    ];
    draw();
  };
  const drop = (id: string) => {
    notes = notes.filter((note) => note.id !== id);
    anchored = anchored.filter(({ note }) => note.id !== id);
    draw();
  };

  const keep = async (note: Annotation, anchor: (() => DOMRect | null) | null) => {
    if (host.isPrivate) return ui.say('private', anchor);
    try {
      const saved = await worker.saveNote({ note });
      take(saved.note);
      open(saved.note.id, true);
    } catch (error) {
      ui.say(messageFor(error), anchor);
    }
  };
  const change = async (id: string, wanted: NoteChange): Promise<ChangeOutcome> => {
    const note = notes.find((other) => other.id === id);
    if (!note) return { state: 'failed', message: 'not-saved' };
    try {
      const result = await worker.changeNote({ id, base: note.rev, change: wanted });
      if (result.outcome === 'gone') {
        // Deleted elsewhere while somebody was writing: what they wrote is kept.
        const saved = await worker.saveNote({ note: { ...note, ...wanted } });
        take(saved.note);
        return { state: 'kept', note: saved.note };
      }
      take(result.note);
      if (result.outcome === 'twin') take(result.twin);
      return { state: result.outcome === 'twin' ? 'twin' : 'kept', note: result.note };
    } catch (error) {
      return { state: 'failed', message: messageFor(error) };
    }
  };
  const openLibrary = (note: string | null) =>
    quietly(worker.openLibrary({ note, page: document.location.href }));

  const open = (id: string, fresh: boolean) => {
    const found = anchored.find(({ note }) => note.id === id);
    if (!found) return;
    let kept = found.note;
    ui.hideOffer();
    ui.open({
      anchored: found,
      fresh,
      suggestions: suggestionsFor(found),
      anchor: () => {
        const range = anchored.find(({ note }) => note.id === id)?.range ?? null;
        return range && wholeBox(range);
      },
      change: async (wanted) => {
        const outcome = await change(id, wanted);
        if (outcome.state !== 'failed') kept = outcome.note;
        return outcome;
      },
      remove: () =>
        worker.removeNote({ id }).then(
          () => {
            drop(id);
            return true;
          },
          () => false,
        ),
      putBack: () =>
        worker.saveNote({ note: kept }).then(
          (saved) => {
            take(saved.note);
            return true;
          },
          () => false,
        ),
      openLibrary: () => openLibrary(id),
      onClosed: () => marks.preview(null),
    });
  };
  const suggestionsFor = ({ range, note }: AnchoredNote): LinkedEntity[] =>
    range
      ? entitiesIn(host.mentions(), range).filter(({ id }) => !note.entities.some((own) => own.id === id))
      : [];

  const show = (id: string) => {
    const found = anchored.find(({ note }) => note.id === id);
    const live = found?.range ? liveRange(found.range) : null;
    live?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (found) open(id, false);
  };
  const choiceOf = (id: string, choice: number) => {
    const found = anchored.find(({ note }) => note.id === id)?.found;
    const place = found && 'choices' in found ? found.choices[choice] : undefined;
    return place && text ? rangeOf(text, place) : null;
  };
  const preview = (id: string, choice: number) => {
    const range = choiceOf(id, choice);
    marks.preview(range);
    const live = range && liveRange(range);
    live?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const choose = (id: string, choice: number) => {
    const range = choiceOf(id, choice);
    const passage = notes.find((note) => note.id === id)?.passage;
    if (!range || !passage || !text) return;
    marks.preview(null);
    const chosen = describePassage(text, range);
    // The words that were quoted stay; where they are now is what was chosen.
    if (chosen)
      quietly(
        change(id, { passage: { ...passage, selectors: chosen.selectors, fragment: chosen.fragment } }),
      );
  };

  const saveRange = async (
    range: AbstractRange,
    facts: readonly PinnedFact[],
    also: readonly LinkedEntity[],
  ) => {
    const current = readNow();
    const passage = describePassage(current, range);
    const anchor = () => lineBox(range, null);
    if (!passage) return ui.say('nothing-selected', anchor);
    const entities = [...also, ...entitiesIn(host.mentions(), range)];
    await keep(draftNote(host, { passage, entities: distinct(entities), facts }), anchor);
  };

  const watch = watchPage(document, {
    signal,
    quiet: 400,
    longest: 3000,
    onChange: ({ routeChanged }) => {
      text = null;
      if (routeChanged) {
        ui.close();
        quietly(load());
      } else if (notes.length > 0) quietly(anchorAll());
    },
  });
  watch.follow([document.body], []);
  signal.addEventListener('abort', () => {
    ui.close();
    ui.corner(null);
  });
  quietly(load());

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
      await saveRange(sentenceRange(readNow(), range) ?? range, facts, [entity]);
    },
    show,
    anchored: () => anchored,
    report: () => ({
      notes: anchored.map(({ note, found }) => ({
        id: note.id,
        quote: note.passage?.text ?? null,
        confidence: found.confidence,
        now: 'place' in found ? found.place.text : null,
      })),
    }),
  };
}

/** What is selected on the page; null when that is nothing, or in a field to type into. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return selection.toString().trim() === '' ? null : selection.getRangeAt(0).cloneRange();
}

/** The sentence around a mention: a name alone says nothing, and stands in many places. */
function sentenceRange({ map }: NoteText, range: AbstractRange): StaticRange | null {
  const span = spanOfRange(map, range);
  const place = span && locate(map, sentenceAround(map.text, span));
  return place ? new StaticRange(place) : null;
}

function entitiesIn(mentions: readonly PageMention[], range: AbstractRange): LinkedEntity[] {
  const live = liveRange(range);
  if (!live) return [];
  const inside = mentions.filter((mention) => {
    const { startContainer, startOffset, endContainer, endOffset } = mention.range;
    return (
      startContainer.getRootNode() === live.startContainer.getRootNode() &&
      live.comparePoint(startContainer, startOffset) >= 0 &&
      live.comparePoint(endContainer, endOffset) <= 0
    );
  });
  return distinct(inside.map(({ entity, name, kind }) => ({ id: entity, name, kind })));
}

function distinct(entities: readonly LinkedEntity[]): LinkedEntity[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}

function messageFor(error: unknown): NoteMessage {
  if (!(error instanceof CallError)) return 'not-saved';
  if (error.code === 'forbidden') return 'private';
  if (error.code === 'full' || error.code === 'read-only') return error.code;
  return error.code === 'unreachable' ? 'disconnected' : 'not-saved';
}
