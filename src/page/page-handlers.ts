/** What happens behind each message to the page. */
import { CallError, type Handlers } from '../messages/envelope.ts';
import type { PageReport, ToPage } from '../messages/to-page.ts';
import type { CardCache } from './card-cache.ts';
import type { CardControl } from './card-control.ts';
import { asShown, occurrences } from './occurrences.ts';
import type { PageState } from './page-state.ts';
import { liveRange } from './rects.ts';
import { createRevision } from './revision.ts';

export interface PageHandlersHost {
  readonly document: Document;
  readonly state: PageState;
  readonly control: CardControl;
  readonly cards: CardCache;
  readonly pause: () => void;
  /** Reads the page whatever it looks like. */
  readonly annotate: () => void;
  /** Reads no further. */
  readonly stopReading: () => void;
  /** Asks whether this page may still be read, and ends everything when it may not. */
  readonly checkAccess: () => Promise<void>;
  readonly signal: AbortSignal;
}

export function createPageHandlers({
  document,
  state,
  control,
  cards,
  pause,
  annotate,
  stopReading,
  checkAccess,
  signal,
}: PageHandlersHost): Handlers<ToPage, unknown> {
  // Not from 0: the scout that answered before has counted as well, and whoever listens must hear of the difference.
  const revision = createRevision(
    () => [state.phase, state.mentions, state.facts, state.truncated, state.stopped],
    signal,
    Math.ceil(performance.now()),
  );
  /** Where stepping goes on from, when no card is open. */
  let last = -1;

  const openAt = async (index: number, focus: boolean) => {
    const mention = state.mentions[index];
    const range = mention && liveRange(mention.range);
    if (!mention || !range) throw new CallError('not-found', `there is no mention ${index} on the page`);
    last = index;
    scrollIntoView(range);
    await control.open(mention, { focus, point: null });
    return null;
  };

  return {
    async report() {
      // Cards are large, and on most pages none is ever opened: they are fetched when somebody asks for them.
      await cards.prefetch(state.mentions.map(({ entity }) => entity));
      return report(document, state, control, cards, revision.now());
    },
    waitForChange: ({ revision: seen }) => revision.changedFrom(seen),
    openMention: ({ index, focus }) => openAt(index, focus),
    step({ direction }) {
      const count = state.mentions.length;
      if (count === 0) throw new CallError('not-found', 'nothing is marked on this page');
      const open = control.current();
      const from = open ? state.mentions.indexOf(open) : last;
      const index = direction === 'next' ? (from + 1) % count : (Math.max(from, 0) - 1 + count) % count;
      return openAt(index, true);
    },
    pause() {
      pause();
      return null;
    },
    annotate() {
      annotate();
      return null;
    },
    stopReading() {
      stopReading();
      return null;
    },
    async accessChanged() {
      await checkAccess();
      return null;
    },
    closeCard() {
      control.close('outside');
      return null;
    },
  };
}

function report(
  document: Document,
  state: PageState,
  control: CardControl,
  cards: CardCache,
  revision: number,
): PageReport {
  const shown = control.shown();
  // The text is put together whenever it is asked for.
  const nths = occurrences(state.text, state.mentions);
  return {
    url: document.location.href,
    revision,
    facts: state.facts,
    articleDate: state.facts.date,
    state: state.phase,
    truncated: state.truncated,
    stopped: state.stopped,
    mentions: state.mentions.map(({ text, entity, name, kind, why }, i) => ({
      text: asShown(text),
      entity,
      name,
      kind,
      nth: nths[i] ?? 1,
      statements: cards.get(entity)?.statements.length ?? null,
      why,
    })),
    card: shown ? { entity: shown.card.id, name: shown.card.name, groups: shown.groups } : null,
    timings: state.timings,
  };
}

/** Brings the words to where a card fits beside them, unless they are well in view already. */
function scrollIntoView(range: Range): void {
  const box = range.getBoundingClientRect();
  if (box.top >= 80 && box.bottom <= innerHeight - 80) return;
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
