/** Opens and closes the card of this frame: fetches the script at first need, the card if it is not here, and drops late replies. */
import type { Card } from '../core/dataset/card.ts';
import type { Calls } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import type { CardCache } from './card-cache.ts';
import type { CardDoor, CloseReason, OpenRequest } from './card-door.ts';
import type { CardTools } from './card-tools-door.ts';
import type { PageMention, PageState } from './page-state.ts';
import { lineBox, liveRange } from './rects.ts';
import { sentenceContext } from './sentence-context.ts';

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
  box(): DOMRect | null;
  isPinned(): boolean;
  /** After marks were set anew: a card whose words are gone closes. */
  afterRefresh(): void;
  /** After another release came: a card of an entity that it does not have says so. */
  afterRelease(): Promise<void>;
  onPointer(callback: (inside: boolean) => void): void;
  onClosed(callback: () => void): void;
}

export interface CardControlHost {
  readonly document: Document;
  readonly state: PageState;
  readonly cards: CardCache;
  readonly worker: Pick<Calls<ToWorker>, 'injectCardScript' | 'injectToolsScript' | 'openSource'>;
  readonly suppress: OpenRequest['suppress'];
  /** The open card's mention is this one now; null when none is open. */
  readonly onCurrent: (mention: PageMention | null) => void;
  readonly signal: AbortSignal;
  readonly saveMention: ((range: AbstractRange, card: Card) => void) | null;
}

/**
 * Milliseconds that a card and those it is linked with are waited for, before it is opened without its content (and says that it
 * is loading) or without them.
 */
const PATIENCE = 300;
/** Linked entities whose statements may be nearer to a sentence than the card's own. */
const MAX_LINKED = 24;

export function createCardControl(host: CardControlHost): CardControl {
  const { state, cards, worker, saveMention, signal } = host;
  let token = 0;
  /** A card is on its way. */
  let pending = false;
  let current: PageMention | null = null;
  let pointerCallback: (inside: boolean) => void = () => undefined;
  let closedCallback: () => void = () => undefined;

  const become = (mention: PageMention | null) => {
    current = mention;
    host.onCurrent(mention);
  };
  const close = (reason: CloseReason) => {
    token++;
    pending = false;
    globalThis.sidelightCard?.close(reason);
  };
  signal.addEventListener('abort', () => close('gone'));

  const door = async (): Promise<CardDoor> => {
    if (!globalThis.sidelightCard) await worker.injectCardScript(null);
    return started(globalThis.sidelightCard);
  };
  const tools = async (): Promise<CardTools> => {
    if (!globalThis.sidelightTools) await worker.injectToolsScript(null);
    return started(globalThis.sidelightTools);
  };
  const linkedCards = (card: Card) => linkedIds(card).flatMap((id) => cards.get(id) ?? []);
  const load = (mention: PageMention): Promise<Card | null> => cards.load(mention.entity);
  /** The card, with those it is linked with in the cache, as far as they are here in time. */
  const fetchFor = async (mention: PageMention, isOvertaken: () => boolean) => {
    const until = performance.now() + PATIENCE;
    // What does not come is asked for again by the card itself, which can say so.
    const card = cards.get(mention.entity) ?? (await within(PATIENCE, load(mention)));
    // Opened by key or click, nothing has been prepared: without these, other statements would be the nearest to the words
    // than under the pointer.
    if (card && !isOvertaken()) await within(until - performance.now(), cards.prefetch(linkedIds(card)));
    return card;
  };
  /** Brings to the open card what was not here in time. Its content it fetches by itself, but not what that is linked with. */
  const supply = async (
    opener: CardDoor,
    mention: PageMention,
    given: number,
    isOvertaken: () => boolean,
  ) => {
    const card = await load(mention);
    if (!card) return;
    await cards.prefetch(linkedIds(card));
    const linked = linkedCards(card);
    if (linked.length > given && !isOvertaken()) opener.supply(card, linked);
  };
  const wasClosed = (mention: PageMention, reason: CloseReason) => {
    if (current === mention) become(null);
    if (reason === 'replaced') return;
    // Whoever closes a card while the next one is on its way wants neither; a page that scrolls away from the one
    // may well scroll to the other.
    if (pending && reason !== 'escape' && reason !== 'outside') return;
    token++;
    pending = false;
    closedCallback();
  };

  return {
    async open(mention, { focus, point }) {
      const own = ++token;
      const isOvertaken = () => own !== token || signal.aborted;
      pending = true;
      const fetched = Promise.all([door(), fetchFor(mention, isOvertaken)]);
      const [opener, card] = await fetched.finally(() => {
        if (own === token) pending = false;
      });
      // Something else was opened, or everything closed, while we waited.
      if (isOvertaken() || !liveRange(mention.range)) return;
      const linked = card ? linkedCards(card) : [];
      // Before the door opens: the card before this one closes in there, and must find that it is no longer the current one.
      become(mention);
      opener.open({
        entity: { id: mention.entity, name: mention.name },
        card: card ?? null,
        page: state.facts,
        anchor: () => lineBox(mention.range, point),
        mention: mention.text,
        why: mention.why,
        context: sentenceContext(state, mention),
        linked,
        focus,
        loadCard: (id) => cards.load(id),
        save: saveMention && ((shown) => saveMention(mention.range, shown)),
        openSource: isSandboxed() ? (url) => void worker.openSource({ url }).catch(() => undefined) : null,
        loadTools: tools,
        nameOf: (id) => state.nameOf(id),
        suppress: host.suppress,
        words: () => liveRange(mention.range),
        onPointer: (inside) => pointerCallback(inside),
        onClosed: (reason) => wasClosed(mention, reason),
      });
      // What does not come now either is done without.
      void supply(opener, mention, linked.length, isOvertaken).catch(() => undefined);
    },
    prepare(mention) {
      // What fails here is tried again when the card is wanted, and reported then.
      void Promise.all([door(), load(mention)])
        .then(async ([opener, card]) => {
          if (!card) return;
          await cards.prefetch(linkedIds(card));
          opener.prepare(card, linkedCards(card));
        })
        .catch(() => undefined);
    },
    close,
    current: () => current,
    shown: () => globalThis.sidelightCard?.shown() ?? null,
    box: () => globalThis.sidelightCard?.box() ?? null,
    isPinned: () => globalThis.sidelightCard?.isPinned() ?? false,
    afterRefresh() {
      if (current && !liveRange(current.range)) close('gone');
    },
    async afterRelease() {
      const id = globalThis.sidelightCard?.shown()?.card.id;
      // A worker that does not answer now has withdrawn nothing.
      if (id && (await cards.load(id).catch(() => undefined)) === null)
        globalThis.sidelightCard?.withdraw(id);
    },
    onPointer(callback) {
      pointerCallback = callback;
    },
    onClosed(callback) {
      closedCallback = callback;
    },
  };
}

function started<T>(door: T | undefined): T {
  if (!door) throw new Error('the injected script did not start');
  return door;
}

/** In a sandboxed frame without an origin of its own, a link to a new tab opens nothing. */
function isSandboxed(): boolean {
  return globalThis.origin === 'null';
}

function linkedIds(card: Card): string[] {
  return card.relations.slice(0, MAX_LINKED).map(({ target }) => target.id);
}

/** What the work comes to, or undefined when it fails or takes too long. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    work.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds)),
  ]);
}
