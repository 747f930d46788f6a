/** A name that two datasets have. */
export interface NameConflict {
  readonly name: string;
  /** Entity of the dataset that keeps the name. */
  readonly kept: string;
  /** Entity of the later dataset, which is not marked by it. */
  readonly ours: string;
}
