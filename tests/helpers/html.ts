/** Documents from HTML, for tests that run in a DOM. */

/** A whole document; what is not given (html, head, body) is added as browsers do. */
export function aDocument(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Puts `html` into the test's own document, where elements are connected, and returns its body. */
export function inPage(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}
