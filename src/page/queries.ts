/** Questions to elements that may be forms, whose fields answer before the form does (see `nodes.ts`). */
import { firstChildOf, nextSiblingOf, nodeTypeOf, parentOf } from './nodes.ts';

const { prototype } = Element;

export function closest(element: Element, selector: string): Element | null {
  return prototype.closest.call(element, selector);
}

export function matches(element: Element, selector: string): boolean {
  return prototype.matches.call(element, selector);
}

export function find(element: Element, selector: string): Element | null {
  return prototype.querySelector.call(element, selector);
}

export function findAll(element: Element, selector: string): NodeListOf<Element> {
  return prototype.querySelectorAll.call(element, selector);
}

export function attribute(element: Element, name: string): string | null {
  return prototype.getAttribute.call(element, name);
}

export function contains(element: Element, node: Node): boolean {
  return Node.prototype.contains.call(element, node);
}

/** Whether `node` comes after `element` in document order, inside it or not. */
export function isBefore(element: Element, node: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(element, node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The parent that is an element. */
export function elementAbove(node: Node): Element | null {
  const up = parentOf(node);
  return up && nodeTypeOf(up) === 1 ? (up as Element) : null;
}

/** The text nodes under `element`, in document order. */
export function* textsUnder(element: Element): Generator<Text> {
  let node = firstChildOf(element) as Node | null;
  while (node && node !== element) {
    if (nodeTypeOf(node) === 3) yield node as Text;
    let next = firstChildOf(node) as Node | null;
    while (!next && node && node !== element) {
      next = nextSiblingOf(node);
      if (!next) node = parentOf(node);
    }
    node = next;
  }
}
