/** A range as two paths into the document: breaks with the smallest change of the page, and is exact until then. */
import type { RangeSelector } from '../../core/selectors/selector.ts';

/** Null inside shadow trees, into which no path leads. */
export function describeRange(range: AbstractRange): RangeSelector | null {
  const start = pathAndOffset(range.startContainer, range.startOffset);
  const end = pathAndOffset(range.endContainer, range.endOffset);
  if (!start || !end) return null;
  return {
    type: 'RangeSelector',
    startContainer: start.path,
    startOffset: start.offset,
    endContainer: end.path,
    endOffset: end.offset,
  };
}

/** The range that the paths lead to now; null when they lead nowhere. */
export function matchRange(document: Document, selector: RangeSelector): StaticRange | null {
  const start = unitAt(document, selector.startContainer, selector.startOffset);
  const end = unitAt(document, selector.endContainer, selector.endOffset);
  return start && end
    ? new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      })
    : null;
}

/** The element and the unit in its text: text nodes are split and joined by scripts that change nothing to be seen. */
function pathAndOffset(container: Node, offset: number): { path: string; offset: number } | null {
  const element = container.nodeType === 1 ? (container as Element) : container.parentElement;
  if (!element || element.getRootNode() !== element.ownerDocument) return null;
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(container, offset);
  return { path: xpathOf(element), offset: before.toString().length };
}

function xpathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    let nth = 1;
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === at.localName) nth++;
    // Elements of other vocabularies (SVG, MathML) are not found by their bare name.
    const name =
      at.namespaceURI === 'http://www.w3.org/1999/xhtml' ? at.localName : `*[local-name()="${at.localName}"]`;
    steps.unshift(`${name}[${nth}]`);
  }
  return `/${steps.join('/')}`;
}

function unitAt(document: Document, path: string, offset: number): { node: Text; offset: number } | null {
  let element: Node | null;
  try {
    element = document.evaluate(path, document, null, 9, null).singleNodeValue;
  } catch {
    // A path of another program, or none at all: the quote is what counts.
    return null;
  }
  if (!element) return null;
  const walker = document.createTreeWalker(element, 4);
  let left = offset;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}
