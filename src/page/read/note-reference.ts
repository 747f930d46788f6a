/** Footnotes' numbers in a text: links to a place in the page, with a number for their words. */

/** Whether a link is the number of a note: “Huawei<a href="#note-1">1</a>” is a name with a note. */
export function isNoteReference(link: Element): boolean {
  return link.matches('[href^="#"]') && /^\d{1,3}$/.test(link.textContent as string);
}
