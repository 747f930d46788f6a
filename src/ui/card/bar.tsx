/** The line that stays on top of the card: what sort of thing this is, its name once that is out of view, the ways out. */
import type { Card } from '../../core/dataset/card.ts';
import { placeName } from '../names.ts';
import { KIND, TEXT } from '../strings.ts';

export interface BarProps {
  /** Null while there is none to tell of. */
  readonly card: Card | null;
  readonly scrolled: boolean;
  readonly back: (() => void) | null;
  readonly save: () => void;
  readonly close: () => void;
}

export function Bar({ card, scrolled, back, save, close }: BarProps) {
  const kind = card ? [KIND[card.kind], ...card.places.map(placeName)].join(' · ') : '';
  return (
    <div class={scrolled ? 'bar scrolled' : 'bar'}>
      {back && (
        <button type="button" class="quiet back" onClick={back}>
          <span aria-hidden="true" class="arrow" />
          {TEXT.back}
        </button>
      )}
      <p class="kind" title={kind}>
        {scrolled && card ? card.name : kind}
      </p>
      {card && (
        <button type="button" class="quiet save" title={TEXT.saveNote} onClick={save}>
          {TEXT.save}
        </button>
      )}
      <button type="button" class="quiet close" aria-label={TEXT.close} title={TEXT.close} onClick={close}>
        <span aria-hidden="true" class="cross" />
      </button>
    </div>
  );
}
