/** Whether CSS makes a block of an element that is inline by its tag. Reads computed style: for the few doubtful places only. */
import { windowOf } from './past-fields.ts';
import { isWordUnit } from './word-unit.ts';

/**
 * True for an element that flows within its line, so that words may go on across its edges.
 *
 * A float is computed as a block and yet flows: a drop cap is one, and its letter belongs to the word after it. What is
 * positioned lies elsewhere, unless it is such a letter, hung before its line. inline-block counts as inline: titles set letter by
 * letter are made of them. Text that is not displayed, such as the same line in another script, belongs to no word.
 */
export function flowsInline(element: Element): boolean {
  const style = windowOf(element.ownerDocument)?.getComputedStyle(element);
  if (!style || style.float === 'left' || style.float === 'right') return true;
  if (style.display === 'none') return (element.textContent ?? '').trim() === '';
  if (/^(?:inline|contents|ruby|$)/.test(style.display)) return true;
  return style.position === 'absolute' && isInitial(element);
}

/** A capital by itself, with the rest of its word right behind it. */
export function isInitial(element: Element): boolean {
  const { firstChild } = element;
  if (firstChild?.nodeType !== 3 || firstChild.nextSibling) return false;
  const letter = (firstChild as Text).data;
  if (letter.length !== 1 || letter === letter.toLowerCase()) return false;
  const { nextSibling } = element;
  return nextSibling?.nodeType === 3 && isWordUnit((nextSibling as Text).data.charCodeAt(0));
}
