/** What the pointer's place means for the card: joins where it is (find), where it is going (aim) and how long it rests (dwell). */
import { createAim, type Point } from './aim.ts';
import type { CardControl } from './card-control.ts';
import { createDwell, type DwellRules, type Timers } from './dwell.ts';
import type { PageMention } from './page-state.ts';

export interface HoverHost {
  /** The mention at a point of the window. */
  find(point: Point): PageMention | null;
  readonly control: Pick<
    CardControl,
    'prepare' | 'close' | 'current' | 'box' | 'isPinned' | 'onPointer' | 'onClosed'
  >;
  open(mention: PageMention, point: Point): void;
  isPaused(): boolean;
  readonly rules: () => DwellRules;
  readonly timers: Timers;
}

export interface Hover {
  /** The pointer is at this point of the window since `time` (milliseconds). */
  at(point: Point, time: number): void;
  /** The pointer is nowhere that counts: outside the window, pressed, or over a page that scrolls. */
  nowhere(): void;
  key(held: boolean): void;
  /** A card was opened by a click. */
  opened(mention: PageMention): void;
  cancel(): void;
}

export function createHover({ find, control, open, isPaused, rules, timers }: HoverHost): Hover {
  let last: Point = { x: 0, y: 0 };
  const aim = createAim();
  const dwell = createDwell<PageMention>(
    {
      prepare: (mention) => control.prepare(mention),
      show: (mention) => open(mention, last),
      hide: () => control.close('left'),
    },
    timers,
    rules,
  );
  // A pinned card stays, and words under the pointer leave it alone: what was decided before goes on after it.
  control.onPointer((inside) => control.isPinned() || dwell.card(inside));
  control.onClosed(() => dwell.closed());
  return {
    at(point, time) {
      last = point;
      const fast = aim.moved(point, time);
      if (control.isPinned()) return;
      if (isPaused()) return dwell.over(null);
      const mention = find(point);
      const card = control.box();
      if (mention && mention === control.current()) aim.on(point);
      else if (card && aim.isNearing(point, card)) return dwell.nearing(mention);
      dwell.over(mention, fast);
    },
    nowhere: () => control.isPinned() || dwell.over(null),
    key: dwell.key,
    opened: dwell.opened,
    cancel: dwell.cancel,
  };
}
