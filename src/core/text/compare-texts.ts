/** By code units: the same order everywhere, whatever the reader’s language. For ids, dates and keys, not for what people read. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
