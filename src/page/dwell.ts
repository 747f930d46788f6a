/**
 * Dwell: decides from the pointer's movements when a card opens and closes, and nothing else.
 *
 * A word under the pointer is prepared after a short rest, shown after a longer one, and a shown card stays for a grace
 * time after the pointer left both word and card, so that it can be reached. At any time at most one card is shown and at
 * most one timer of each sort runs; a timer that was overtaken never fires, so no late decision can act.
 */

export interface DwellDelays {
  /** Milliseconds of rest after which a card is prepared, shown, and (after leaving) closed. */
  readonly prepare: number;
  readonly show: number;
  readonly grace: number;
}

/** Measured by Wikimedia on Page Previews; short enough to feel at hand, long enough to let the pointer pass. */
export const DEFAULT_DELAYS: DwellDelays = { prepare: 150, show: 500, grace: 300 };

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
  /** The pointer is over this target, or over none. */
  over(target: Target | null): void;
  /** The pointer entered or left the card. */
  card(inside: boolean): void;
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
  delays: () => DwellDelays = () => DEFAULT_DELAYS,
): Dwell<Target> {
  let hovered: Target | null = null;
  let shown: Target | null = null;
  let inCard = false;
  let pending: number[] = [];
  let leaving: number | null = null;

  const forgetPending = () => {
    for (const timer of pending) timers.clear(timer);
    pending = [];
  };
  const stay = () => {
    if (leaving !== null) timers.clear(leaving);
    leaving = null;
  };
  const leave = () => {
    if (shown === null || leaving !== null) return;
    leaving = timers.set(() => {
      leaving = null;
      shown = null;
      inCard = false;
      actions.hide();
    }, delays().grace);
  };
  const begin = (target: Target) => {
    const { prepare, show } = delays();
    if (prepare < show) pending.push(timers.set(() => actions.prepare(target), prepare));
    pending.push(
      timers.set(() => {
        forgetPending();
        stay();
        shown = target;
        inCard = false;
        actions.show(target);
      }, show),
    );
  };

  return {
    over(target) {
      if (target === hovered) return;
      hovered = target;
      forgetPending();
      if (target !== null && target === shown) stay();
      else {
        if (!inCard) leave();
        if (target !== null) begin(target);
      }
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
