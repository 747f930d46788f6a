/** Saving a small text from inside a page: the browser's own download, asked for by a link that is never in the page. */

export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then; kept longer, it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
