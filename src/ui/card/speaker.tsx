/** Who says or does it, and the language's colon: a way to their card where they have one. */
import type { CardStatement } from '../../core/dataset/card.ts';
import { TEXT } from '../strings.ts';
import { Way } from './way.tsx';

export interface SpeakerProps {
  readonly speaker: CardStatement['speaker'];
  readonly self: string;
  readonly go: (id: string, name: string) => void;
}

export function Speaker({ speaker: { id, name }, self, go }: SpeakerProps) {
  return (
    <>
      {id === undefined || id === self ? (
        <span class="speaker">{name}</span>
      ) : (
        <Way class="speaker" id={id} name={name} go={go}>
          {name}
        </Way>
      )}
      {TEXT.saidAs}
    </>
  );
}
