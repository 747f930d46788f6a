/**
 * Offers a file as a download, as a page does: by a link that is never in the page, and without any permission. Works on our
 * own pages and from inside a page of the web.
 */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken hold of it by then; kept longer, it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A text as a file that holds JSON. */
export function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
