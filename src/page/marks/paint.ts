/** Paints a page's marks the way the reader has set them, and the words of the open card. */
import type { Settings } from '../../core/settings/settings.ts';
import type { Marks } from './highlights.ts';
import type { NearMarks } from './near-marks.ts';
import { type Markable, visibleMarks } from './visible-marks.ts';

/**
 * Neutral keys: the page can see them. marks.css gives them their looks, all but the quiet one. Every mention is in exactly
 * one of them, whatever the reader has set, but the quiet ones where colours are forced; of very many, those near the window
 * (near-marks.ts).
 */
const UNDERLINED = 'sidelight-a';
const QUIET = 'sidelight-b';
const TINTED = 'sidelight-c';
const OPEN = 'sidelight-d';

export interface Painted<M extends Markable> {
  readonly mentions: readonly M[];
  readonly text: string;
}

export interface Paint<M extends Markable> {
  /** What there is to mark from now on. */
  set(painted: Painted<M>): void;
  /** The reader has changed how marks look; `hidden` takes all of them out of sight. */
  look(settings: Pick<Settings, 'marked' | 'markStyle' | 'densityCap'>, hidden: boolean): void;
  /** The mention whose card is open, or none: with the keyboard it is the only sign of where on the page one is. */
  open(mention: M | null): void;
  /** Other mentions are near the window. */
  moved(): void;
}

/** Only the density needs the text, and joining it takes time on a long page. */
function textFor(painted: Painted<Markable>, { densityCap }: Pick<Settings, 'densityCap'>): string {
  return densityCap === null ? '' : painted.text;
}

export function createPaint<M extends Markable>(
  marks: Pick<Marks, 'set'>,
  nearMarks: NearMarks<M>,
  settings: Pick<Settings, 'marked' | 'markStyle' | 'densityCap'>,
  areColoursForced: () => boolean,
): Paint<M> {
  let now: Painted<M> = { mentions: [], text: '' };
  let look = settings;
  let hidden = false;
  let opened: M | null = null;
  let visible: ReadonlySet<M> = new Set();

  const choose = () => {
    visible = new Set(hidden ? [] : visibleMarks(now.mentions, look, textFor(now, look)));
    paint();
  };
  const paint = () => {
    const ranges = (wanted: boolean) =>
      nearMarks
        .near()
        .filter((m) => m !== opened && visible.has(m) === wanted)
        .map(({ range }) => range);
    const isTint = look.markStyle === 'tint';
    marks.set(UNDERLINED, isTint ? [] : ranges(true));
    marks.set(TINTED, isTint ? ranges(true) : []);
    // Where colours are forced, Chromium paints every highlight like a selection, also one of which no style sheet speaks.
    marks.set(QUIET, areColoursForced() ? [] : ranges(false));
    marks.set(OPEN, opened && now.mentions.includes(opened) ? [opened.range] : []);
  };
  return {
    set(painted) {
      now = painted;
      nearMarks.follow(painted.mentions);
      choose();
    },
    look(next, hide) {
      look = next;
      hidden = hide;
      choose();
    },
    open(mention) {
      if (mention === opened) return;
      opened = mention;
      paint();
    },
    moved: paint,
  };
}
