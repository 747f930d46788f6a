/** The selectors of the W3C Web Annotation model (§4.2) that are kept for every passage, in the form they have in JSON-LD. */

/** The words themselves, with what stands before and after them. White space is collapsed (flat-text.ts). */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where the words stood, counted in code points of the flattened text, as the model asks. A hint, never a proof. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Where the words stood in the document: two paths with an offset into the text of each (in UTF-16 units). */
export interface RangeSelector {
  readonly type: 'RangeSelector';
  readonly startContainer: string;
  readonly startOffset: number;
  readonly endContainer: string;
  readonly endOffset: number;
}

/** What is kept of one passage. Import may bring a passage without position or range. */
export interface Selectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector | null;
  readonly range: RangeSelector | null;
}
