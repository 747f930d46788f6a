/** How much of the page the window shows. */

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The window's inside, its scroll bars left out. The root element tells it; on pages without a doctype that is as high as the
 * page, and the body tells it instead, unless the body scrolls by itself: then the window has no scroll bars.
 */
export function windowSize(document: Document): WindowSize {
  const view = document.compatMode === 'BackCompat' ? document.scrollingElement : document.documentElement;
  if (view) return { width: view.clientWidth, height: view.clientHeight };
  return { width: document.defaultView?.innerWidth ?? 0, height: document.defaultView?.innerHeight ?? 0 };
}
