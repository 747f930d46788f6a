/** A page's text, made ready once for describing and finding any number of passages in it. */
import { type FlatText, flatten } from './flat-text.ts';
import { createSeeds, type Seeds } from './seeds.ts';

export interface PageText {
  readonly flat: FlatText;
  /** Where the words of a passage may stand, however they were changed. Made when the first passage needs it. */
  seeds(): Seeds;
}

export function preparePage(text: string): PageText {
  const flat = flatten(text);
  let seeds: Seeds | null = null;
  return {
    flat,
    seeds: () => {
      seeds ??= createSeeds(flat.text);
      return seeds;
    },
  };
}
