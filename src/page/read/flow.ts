/** Whether CSS makes a block of an element that is inline by its tag. Reads computed style: for the few doubtful places only. */

/**
 * True for an element that flows within its line, so that words may go on across its edges.
 *
 * A float is computed as a block and yet flows: a drop cap is one, and its letter belongs to the word after it. What is
 * positioned lies elsewhere. inline-block counts as inline: titles set letter by letter are made of them.
 */
export function flowsInline(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || style.float === 'left' || style.float === 'right') return true;
  return /^(?:inline|contents|ruby|none|$)/.test(style.display);
}
