/**
 * Who says or does it, and the language's colon: a way to their card where they have one. The colon belongs to the button: behind
 * a long name, which fills the line, it would begin the next one.
 */
import type { CardStatement } from '../../core/dataset/card.ts';
import { TEXT } from '../strings.ts';

export interface SpeakerProps {
  readonly speaker: CardStatement['speaker'];
  readonly self: string;
  readonly go: (id: string, name: string) => void;
}

export function Speaker({ speaker: { id, name }, self, go }: SpeakerProps) {
  const colon = TEXT.saidAs.trimEnd();
  const space = TEXT.saidAs.slice(colon.length);
  if (id === undefined || id === self)
    return (
      <>
        <span class="speaker">{name}</span>
        {TEXT.saidAs}
      </>
    );
  return (
    <>
      <button type="button" class="link speaker" data-to={id} onClick={() => go(id, name)}>
        {name}
        {colon}
      </button>
      {space}
    </>
  );
}
