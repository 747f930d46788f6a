/** The line that stays on top of the card: what sort of thing this is, its name once that is out of view, the ways out. */
import type { Card } from '../../core/dataset/card.ts';
import { placeName } from '../names.ts';
import { KIND, TEXT } from '../strings.ts';
import type { Pinning } from './pinning.ts';

export interface BarProps {
  /** Null while there is none to tell of. */
  readonly card: Card | null;
  readonly scrolled: boolean;
  readonly back: (() => void) | null;
  /** Null where nothing can be saved. */
  readonly save: (() => void) | null;
  readonly close: () => void;
  /** Null where a card cannot be moved. */
  readonly pinning: Pinning | null;
}

/** Pixels that an arrow key moves a pinned card. */
const STEP = 40;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export function Bar({ card, scrolled, back, save, close, pinning }: BarProps) {
  const kind = card ? [KIND[card.kind], ...card.places.map(placeName)].join(' · ') : '';
  const drag = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    pinning?.drag(event);
  };
  return (
    <div class={scrolled ? 'bar scrolled' : 'bar'} onPointerDown={drag}>
      {back && (
        <button type="button" class="quiet back" onClick={back}>
          <span aria-hidden="true" class="arrow" />
          {TEXT.back}
        </button>
      )}
      <p class="kind" title={kind}>
        {scrolled && card ? card.name : kind}
      </p>
      {card && save && (
        <button type="button" class="quiet save" title={TEXT.saveNote} onClick={save}>
          {TEXT.save}
        </button>
      )}
      {pinning && <Pins pinning={pinning} />}
      <button type="button" class="quiet close" aria-label={TEXT.close} title={TEXT.close} onClick={close}>
        <span aria-hidden="true" class="cross" />
      </button>
    </div>
  );
}

function Pins({ pinning }: { readonly pinning: Pinning }) {
  const pinned = pinning.isPinned();
  const move = (event: KeyboardEvent) => {
    const way = pinned && ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    pinning.moveBy(...way);
  };
  return (
    <>
      {pinned && (
        <button
          type="button"
          class="quiet"
          aria-label={TEXT.otherSide}
          title={TEXT.otherSide}
          onClick={() => pinning.toOtherSide()}
        >
          <svg aria-hidden="true" viewBox="0 0 16 16">
            <path d="M5 5 2 8l3 3M2 8h12m-3-3 3 3-3 3" />
          </svg>
        </button>
      )}
      <button
        type="button"
        class="quiet pin"
        aria-pressed={pinned}
        aria-label={TEXT.pin}
        title={pinned ? TEXT.pinned : TEXT.pin}
        onClick={() => pinning.toggle()}
        onKeyDown={move}
      >
        <svg aria-hidden="true" viewBox="0 0 16 16">
          <path d="M5 2h6M6 2v5L4 9v1h8V9l-2-2V2M8 10v4" />
        </svg>
      </button>
    </>
  );
}
