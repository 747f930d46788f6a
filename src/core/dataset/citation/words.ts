/** The words between the parts of a citation, so that they can be in the reader's language. */

export interface CitationWords {
  readonly undated: string;
  readonly archived: string;
  readonly accessed: string;
  /** Before what the sources are cited for. */
  readonly supports: string;
  /** Before the dataset that led to the sources. */
  readonly citedAfter: string;
  readonly version: string;
  readonly entry: string;
  /** Between a publisher and the house it took the text over from. */
  readonly from: string;
}

export const ENGLISH_CITATION: CitationWords = {
  undated: 'undated',
  archived: 'archived',
  accessed: 'accessed',
  supports: 'Cited for',
  citedAfter: 'Found through',
  version: 'version',
  entry: 'entry',
  from: 'from',
};
