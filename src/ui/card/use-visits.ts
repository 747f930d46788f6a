/** The way a reader takes from card to card, and back: what is shown, what was left how, and what is still on its way. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import { inVisibleOrder } from './visible-order.ts';

/** A card on the way, and how the reader left it. */
export interface Visit {
  readonly card: Card;
  /** Folds that the reader has opened. */
  readonly unfolded: Set<string>;
  /** How far it was scrolled when the reader went on; null before that. */
  scroll: number | null;
  /** Which of the ways onward had the focus then. */
  taken: Way | null;
}

/** Where a way leads, and how many others that lead there stand behind it: what comes late stands before. */
export interface Way {
  readonly to: string;
  readonly behind: number;
}

export interface Wanted {
  readonly id: string;
  readonly name: string;
  /** waiting: too short a time to say so; the card before stays. */
  readonly state: 'waiting' | 'loading' | 'failed' | 'missing';
}

export interface Visits {
  /** Null until the first card has come. */
  readonly visit: Visit | null;
  /** How many cards lie behind this one. */
  readonly behind: number;
  readonly wanted: Wanted | null;
  go(id: string, name: string): void;
  back(): void;
}

/** Cards come from the worker within a few milliseconds: a notice before this would only flicker. */
const PATIENCE = 150;

/** The way begins with `first`; with `entity` where that card is still to come. */
export function useVisits(
  first: Card | null,
  entity: { readonly id: string; readonly name: string },
  loadCard: (id: string) => Promise<Card | null>,
): Visits {
  const [way, setWay] = useState<readonly Visit[]>(() => (first ? [visitOf(first)] : []));
  const [wanted, setWanted] = useState<Wanted | null>(first ? null : { ...entity, state: 'loading' });
  /** Counts what was asked for: an answer to anything but the last question comes too late. */
  const asked = useRef(0);

  const isSaid = wanted !== null && wanted.state !== 'waiting';

  const go = (id: string, name: string) => {
    const own = ++asked.current;
    const isLast = () => own === asked.current;
    const say = (state: Wanted['state']) => setWanted({ id, name, state });
    say(isSaid ? 'loading' : 'waiting');
    const timer = setTimeout(() => isLast() && say('loading'), PATIENCE);
    loadCard(id).then(
      (card) => {
        clearTimeout(timer);
        if (!isLast()) return;
        if (!card) return say('missing');
        setWay((before) => [...before, visitOf(card)]);
        setWanted(null);
      },
      () => {
        clearTimeout(timer);
        if (isLast()) say('failed');
      },
    );
  };
  useEffect(() => {
    if (!first) go(entity.id, entity.name);
    return () => void asked.current++;
  }, []);

  const back = () => {
    asked.current++;
    setWanted(null);
    // From a notice, back is the card that led to it.
    if (!isSaid) setWay((before) => (before.length > 1 ? before.slice(0, -1) : before));
  };

  return { visit: way.at(-1) ?? null, behind: Math.max(0, way.length - 1), wanted, go, back };
}

function visitOf(card: Card): Visit {
  return { card: inVisibleOrder(card), unfolded: new Set(), scroll: null, taken: null };
}
