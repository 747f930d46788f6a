/**
 * Asking an element past the fields of a form. A form answers to the names of its fields before its own: with
 * <input name="parentNode"> in it, `form.parentNode` is that field, and whoever climbs goes round in a circle. Old sites put
 * whole pages into one form, so it stands above every paragraph there. A document answers to the names of its images, forms and
 * frames in the same way.
 */

/** A property of a node, past all that has its name. For methods there is methodOf. */
export function ownOf<T extends Node, K extends keyof T>(node: T, name: K): T[K] {
  // From the prototype, where no field stands in the way. The node's own realm: there may be no global one.
  return Reflect.get(Object.getPrototypeOf(node) as T, name, node) as T[K];
}

/** The node around a node, within its tree. */
export function parentOf(node: Node): Node | null {
  return ownOf(node, 'parentNode');
}

/** The same on through the hosts of shadow trees. */
export function outerOf(node: Node): Node | null {
  return parentOf(node) ?? (node.nodeType === 11 ? ((node as Partial<ShadowRoot>).host ?? null) : null);
}

/** A method of an element, document or shadow tree, to be called on it. */
export function methodOf<N extends Element | Document | ShadowRoot, K extends MethodName & keyof N>(
  node: N,
  name: K,
): N[K] {
  const method = node[name];
  return typeof method === 'function' ? method : ownOf(node, name);
}

/** The first element of a document or shadow tree that a selector finds. */
export function findIn(scope: Document | ShadowRoot, selector: string): Element | null {
  return methodOf(scope, 'querySelector').call(scope, selector);
}

/** All of them. */
export function findAllIn(scope: Document | ShadowRoot, selector: string): NodeListOf<Element> {
  return methodOf(scope, 'querySelectorAll').call(scope, selector);
}

type MethodName =
  | 'checkVisibility'
  | 'closest'
  | 'getAttribute'
  | 'getElementsByTagName'
  | 'getRootNode'
  | 'hasAttributes'
  | 'matches'
  | 'querySelector'
  | 'querySelectorAll';

/** Whether the page's tab is hidden. */
export function isHidden(document: Document): boolean {
  const { hidden } = document;
  return typeof hidden === 'boolean' ? hidden : ownOf(document as Document, 'hidden');
}

/** The page's address. */
export function addressOf(document: Document): string {
  const { URL } = document;
  return typeof URL === 'string' ? URL : ownOf(document as Document, 'URL');
}

/** The page's window; null of a document that is not shown. */
export function windowOf(document: Document): (Window & typeof globalThis) | null {
  return ownOf(document, 'defaultView');
}

export function bodyOf(document: Document): HTMLElement {
  return ownOf(document, 'body');
}

export function rootOf(document: Document): HTMLElement {
  return ownOf(document, 'documentElement');
}
