/** Opens and closes the card of this frame: fetches the script at first need, the card if it is not here, and drops late replies. */
import type { Card } from '../core/dataset/card.ts';
import type { SentenceContext } from '../core/dataset/ranking.ts';
import { sentenceAround } from '../core/text/spans.ts';
import type { Calls } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import type { CardCache } from './card-cache.ts';
import type { CardDoor, CloseReason } from './card-door.ts';
import type { PageMention, PageState } from './page-state.ts';
import { lineBox, liveRange } from './rects.ts';

export interface CardControl {
  /** Opens the card of a mention; `point` is where the pointer was. A later call overtakes an earlier one. */
  open(
    mention: PageMention,
    options: { focus: boolean; point: { x: number; y: number } | null },
  ): Promise<void>;
  /** Gets script and card ready without showing anything. */
  prepare(mention: PageMention): void;
  close(reason: CloseReason): void;
  /** The mention whose card is open, if any. */
  current(): PageMention | null;
  shown(): ReturnType<CardDoor['shown']>;
  /** After marks were set anew: a card whose words are gone closes. */
  afterRefresh(): void;
  onPointer(callback: (inside: boolean) => void): void;
  onClosed(callback: () => void): void;
}

export interface CardControlHost {
  readonly document: Document;
  readonly state: PageState;
  readonly cards: CardCache;
  readonly worker: Pick<Calls<ToWorker>, 'injectCardScript' | 'openSource'>;
  readonly signal: AbortSignal;
  saveMention(range: AbstractRange, card: Card): void;
}

export function createCardControl(host: CardControlHost): CardControl {
  const { state, cards, worker, signal } = host;
  let token = 0;
  let current: PageMention | null = null;
  let pointerCallback: (inside: boolean) => void = () => undefined;
  let closedCallback: () => void = () => undefined;

  const door = async (): Promise<CardDoor> => {
    if (!globalThis.sidelightCard) await worker.injectCardScript(null);
    const found = globalThis.sidelightCard;
    if (!found) throw new Error('the card script did not start');
    return found;
  };
  const close = (reason: CloseReason) => {
    token++;
    globalThis.sidelightCard?.close(reason);
  };
  signal.addEventListener('abort', () => close('gone'));

  const load = (mention: PageMention): Promise<Card | null> => cards.load(mention.entity);

  return {
    async open(mention, { focus, point }) {
      const own = ++token;
      const [opener, card] = await Promise.all([door(), cards.get(mention.entity) ?? load(mention)]);
      // Opened by key or click, nothing has been prepared. What is not here by then is left out, so that nothing jumps in.
      if (card && own === token) await soon(cards.prefetch(linkedIds(card)));
      // Something else was opened, or everything closed, while we waited.
      if (own !== token || signal.aborted || !card || !liveRange(mention.range)) return;
      current = mention;
      opener.open({
        card,
        page: state.facts,
        anchor: () => lineBox(mention.range, point),
        mention: mention.text,
        why: mention.why,
        context: sentenceContext(state, mention),
        linked: linkedIds(card).flatMap((id) => cards.get(id) ?? []),
        focus,
        loadCard: (id) => cards.load(id),
        save: (shown) => host.saveMention(mention.range, shown),
        openSource: isSandboxed() ? (url) => void worker.openSource({ url }).catch(() => undefined) : null,
        onPointer: (inside) => pointerCallback(inside),
        onClosed: () => {
          if (current === mention) current = null;
          closedCallback();
        },
      });
    },
    prepare(mention) {
      // What fails here is tried again when the card is wanted, and reported then.
      void door().catch(() => undefined);
      void load(mention)
        .then((card) => card && cards.prefetch(linkedIds(card)))
        .catch(() => undefined);
    },
    close,
    current: () => current,
    shown: () => globalThis.sidelightCard?.shown() ?? null,
    afterRefresh() {
      if (current && !liveRange(current.range)) close('gone');
    },
    onPointer(callback) {
      pointerCallback = callback;
    },
    onClosed(callback) {
      closedCallback = callback;
    },
  };
}

/** In a sandboxed frame without an origin of its own, a link to a new tab opens nothing. */
function isSandboxed(): boolean {
  return globalThis.origin === 'null';
}

/** Linked entities whose statements may be nearer to a sentence than the card's own. */
const MAX_LINKED = 24;
/** Milliseconds that linked cards may hold a card up. */
const LINKED_PATIENCE = 40;

function linkedIds(card: Card): string[] {
  return card.relations.slice(0, MAX_LINKED).map(({ target }) => target.id);
}

function soon(work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, LINKED_PATIENCE))]);
}

function sentenceContext({ text, mentions }: PageState, mention: PageMention): SentenceContext {
  const span = sentenceAround(text, mention);
  return {
    sentence: text.slice(span.start, span.end),
    entities: mentions
      .filter(({ start, end }) => span.start <= start && end <= span.end)
      .map(({ entity, text: words }) => ({ id: entity, words })),
  };
}
