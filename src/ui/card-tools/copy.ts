/** Copying text from inside a page. */

/**
 * Puts the text of a field on the clipboard. False when the browser does not let us (a page without encryption, a page that
 * forbids it): the text is then selected, so that the reader's own key copies it.
 */
export async function copyFrom(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    // Not there on pages without encryption, though the types know nothing of that.
    await (navigator.clipboard as Clipboard | undefined)?.writeText(field.value);
    if (navigator.clipboard) return true;
  } catch {
    // Forbidden by the page's policy, or the window has lost the focus: the older way may still work.
  }
  field.focus();
  field.select();
  // The page can hear of this one, but not what is copied.
  return document.execCommand('copy');
}
