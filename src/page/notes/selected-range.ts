/** What a reader has selected. */

/** What is selected on the page; null when that is nothing, or in a field to type into. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return selection.toString().trim() === '' ? null : selection.getRangeAt(0).cloneRange();
}
