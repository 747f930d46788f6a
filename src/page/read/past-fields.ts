/**
 * Asking an element past the fields of a form. A form answers to the names of its fields before its own: with
 * <input name="parentNode"> in it, `form.parentNode` is that field, and whoever climbs goes round in a circle. Old sites put
 * whole pages into one form, so it stands above every paragraph there.
 */

/** The node around a node, within its tree. */
export function parentOf(node: Node): Node | null {
  // From the prototype, where no field stands in the way. The node's own realm: there may be no global one.
  return Reflect.get(Object.getPrototypeOf(node) as Node, 'parentNode', node);
}

/** The same on through the hosts of shadow trees. */
export function outerOf(node: Node): Node | null {
  return parentOf(node) ?? (node.nodeType === 11 ? ((node as Partial<ShadowRoot>).host ?? null) : null);
}

/** A method of an element, to be called on it. */
export function methodOf<K extends MethodName>(element: Element, name: K): Element[K] {
  const method = element[name];
  return typeof method === 'function' ? method : Reflect.get(Object.getPrototypeOf(element), name, element);
}

type MethodName =
  | 'checkVisibility'
  | 'closest'
  | 'getAttribute'
  | 'getElementsByTagName'
  | 'getRootNode'
  | 'hasAttributes'
  | 'matches'
  | 'querySelectorAll';
