/** The colour of a note, as swatches of which one is chosen. */
import { COLOURS, type Colour } from '../../core/annotation/annotation.ts';
import { COLOUR } from './strings.ts';

export interface ColourChoiceProps {
  readonly legend: string;
  readonly chosen: Colour;
  readonly disabled?: boolean;
  readonly choose: (colour: Colour) => void;
}

export function ColourChoice({ legend, chosen, disabled = false, choose }: ColourChoiceProps) {
  return (
    <fieldset class="swatches" disabled={disabled}>
      <legend>{legend}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} title={COLOUR[colour]}>
          <input
            type="radio"
            name="colour"
            checked={chosen === colour}
            aria-label={COLOUR[colour]}
            onChange={() => choose(colour)}
          />
          <span class={`swatch ${colour}`} />
        </label>
      ))}
    </fieldset>
  );
}
