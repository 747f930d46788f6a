/** Elements of ours keep their size on pages that have given themselves another one. */

/**
 * Takes back the `zoom` that the element has from what it stands in: it would count for its place as well, and that is said in
 * pixels of the window. To be called again when it may have changed. Its sheet obeys `--own-zoom`. Browsers that do not tell the
 * zoom (before Chromium 128 and Firefox 126) leave the element as large as the page wants it.
 */
export function keepOwnSize(element: HTMLElement): void {
  const { parentElement } = element;
  const zoom = parentElement?.currentCSSZoom ?? 1;
  element.style.setProperty('--own-zoom', `${1 / zoom}`, 'important');
}
