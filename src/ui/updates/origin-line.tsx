/** On a card: that it comes from a dataset the reader added, and which others have an entry of the same name. */
import type { Card } from '../../core/dataset/card.ts';
import { DATASET } from './card-words.ts';

export interface OriginLineProps {
  readonly card: Pick<Card, 'dataset' | 'alsoIn'>;
  readonly go: (id: string, name: string) => void;
}

export function OriginLine({ card: { dataset, alsoIn = [] }, go }: OriginLineProps) {
  if (!dataset && alsoIn.length === 0) return null;
  return (
    <p class="origin">
      {dataset && (
        <span>
          <span class="swatch" style={{ background: dataset.colour }} aria-hidden="true" />
          {DATASET.source(dataset.label)}
        </span>
      )}
      {alsoIn.map((other) => (
        <button
          type="button"
          class="link"
          key={other.id}
          data-to={other.id}
          onClick={() => go(other.id, other.name)}
        >
          <span class="swatch" style={{ background: other.dataset.colour }} aria-hidden="true" />
          {DATASET.alsoIn(other.dataset.label)}
        </button>
      ))}
    </p>
  );
}
