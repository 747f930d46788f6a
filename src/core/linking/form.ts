/** A form: one spelling of a name or cue, folded, as the index holds it. */

/** The form stands as it is. */
export const AS_IT_IS = 0;
/** Its words may go on with an ending of the text's language. */
export const MAY_DECLINE = 1;
/** Its words have lost their last letter: at least one of them must go on with an ending. */
export const STEM = 2;

/** One word that has lost its final s: it must go on with an ending that takes the place of one. */
export const STEM_BEFORE_S = 3;

export interface Form {
  /** Folded text; a space stands for any run of spaces and dashes. */
  readonly text: string;
  /** Index into the rules' aliases, or, from their number on, into its cues. */
  readonly target: number;
  /** AS_IT_IS where left out. */
  readonly declined?: number;
}
