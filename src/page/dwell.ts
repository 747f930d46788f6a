/**
 * Dwell: decides from the pointer's movements when a card opens and closes, and nothing else.
 *
 * A word under the pointer is prepared after a short rest, shown after a longer one, and a shown card stays for a grace
 * time after the pointer left both word and card, so that it can be reached. While the pointer sweeps, the rest has not
 * begun: every fast movement begins it anew. On the way from a word to its card other words are only noted; they get their
 * turn when the pointer stops on them. At any time at most one card is shown and at most one timer of each sort runs; a
 * timer that was overtaken never fires, so no late decision can act.
 */

export interface DwellDelays {
  /** Milliseconds of rest after which a card is prepared, shown, and (after leaving) closed. */
  readonly prepare: number;
  readonly show: number;
  readonly grace: number;
}

/** What opens a card: resting on a word, resting on it while a key is held, or nothing that this machine sees. */
export interface DwellRules extends DwellDelays {
  readonly openBy: 'hover' | 'key' | 'click';
}

/** Measured by Wikimedia on Page Previews; short enough to feel at hand, long enough to let the pointer pass. */
export const DEFAULT_RULES: DwellRules = { prepare: 150, show: 500, grace: 300, openBy: 'hover' };

/** The least rest after a fast movement, in milliseconds: more than passes between two movements of one sweep. */
export const LEAST_REST = 60;

/** The least time that a nearing pointer has until its next movement, whatever the grace time: a hand hesitates. */
export const LEAST_GRACE = 120;

export interface DwellActions<Target> {
  prepare(target: Target): void;
  show(target: Target): void;
  hide(): void;
}

export interface Timers {
  set(callback: () => void, milliseconds: number): number;
  clear(timer: number): void;
}

export interface Dwell<Target> {
  /** The pointer is over this target, or over none; `fast` while it sweeps. */
  over(target: Target | null, fast?: boolean): void;
  /** The pointer left the word for its card and is nearing it, over this target or over none. */
  nearing(target: Target | null): void;
  /** The pointer entered or left the card. */
  card(inside: boolean): void;
  /** The key that opens cards in the `key` mode went down or up. */
  key(held: boolean): void;
  /** The card was opened some other way (click, keyboard): it counts as shown. */
  opened(target: Target): void;
  /** The card is gone, whoever closed it. */
  closed(): void;
  /** Forget everything that is pending. */
  cancel(): void;
}

export function createDwell<Target>(
  actions: DwellActions<Target>,
  timers: Timers,
  rules: () => DwellRules = () => DEFAULT_RULES,
): Dwell<Target> {
  let hovered: Target | null = null;
  /** What the pointer came over on its way to the card. */
  let passed: Target | null = null;
  let shown: Target | null = null;
  let inCard = false;
  let held = false;
  let pending: number[] = [];
  let leaving: number | null = null;

  const forgetPending = () => {
    for (const timer of pending) timers.clear(timer);
    pending = [];
  };
  const stay = () => {
    if (leaving !== null) timers.clear(leaving);
    leaving = null;
    passed = null;
  };
  const leave = (least = 0) => {
    if (shown === null || leaving !== null) return;
    leaving = timers.set(
      () => {
        const next = passed;
        leaving = passed = shown = null;
        inCard = false;
        actions.hide();
        if (next === null) return;
        hovered = next;
        begin(next, 0);
      },
      Math.max(rules().grace, least),
    );
  };
  const show = (target: Target) => {
    forgetPending();
    stay();
    shown = target;
    inCard = false;
    actions.show(target);
  };
  const begin = (target: Target, least: number) => {
    const { prepare, show: rest, openBy } = rules();
    const opens = openBy === 'hover' || (openBy === 'key' && held);
    // A key that is held says that a card is wanted: the rest only tells a word that is meant from one that is crossed.
    const showAfter = Math.max(openBy === 'key' ? Math.min(prepare, rest) : rest, least);
    const prepareAfter = Math.max(prepare, least);
    if (!opens || prepareAfter < showAfter)
      pending.push(timers.set(() => actions.prepare(target), prepareAfter));
    if (opens) pending.push(timers.set(() => show(target), showAfter));
  };

  return {
    over(target, fast = false) {
      if (target === hovered && (!fast || pending.length === 0)) {
        // Back from a detour: what was noted on the way is not where the pointer is.
        passed = null;
        return;
      }
      hovered = target;
      passed = null;
      forgetPending();
      if (target !== null && target === shown) stay();
      else {
        if (!inCard) leave();
        if (target !== null) begin(target, fast ? LEAST_REST : 0);
      }
    },
    nearing(target) {
      if (shown === null || inCard) return;
      hovered = null;
      forgetPending();
      stay();
      leave(LEAST_GRACE);
      passed = target;
    },
    card(inside) {
      if (shown === null) return;
      inCard = inside;
      if (inside) {
        hovered = null;
        forgetPending();
        stay();
      } else if (hovered !== shown) leave();
    },
    key(down) {
      if (down === held) return;
      held = down;
      if (rules().openBy !== 'key' || hovered === null || hovered === shown) return;
      if (held) return show(hovered);
      forgetPending();
    },
    opened(target) {
      forgetPending();
      stay();
      shown = target;
    },
    closed() {
      stay();
      shown = null;
      inCard = false;
    },
    cancel() {
      hovered = null;
      forgetPending();
      stay();
    },
  };
}
