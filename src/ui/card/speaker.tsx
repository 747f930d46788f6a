/** Who says or does it: a way to their card where they have one. */
import type { CardStatement } from '../../core/dataset/card.ts';

export interface SpeakerProps {
  readonly speaker: CardStatement['speaker'];
  readonly self: string;
  readonly go: (id: string, name: string) => void;
}

export function Speaker({ speaker: { id, name }, self, go }: SpeakerProps) {
  if (id === undefined || id === self) return <span class="speaker">{name}</span>;
  return (
    <button type="button" class="link speaker" data-to={id} onClick={() => go(id, name)}>
      {name}
    </button>
  );
}
