/**
 * The tree around a node as it stands. A form answers with its fields before its own properties, in the extension's world
 * too: `<input name="parentNode">` makes `form.parentNode` that field, and a walk that trusts it skips text or never ends.
 */
function own<T extends object, K extends keyof T>(prototype: T, name: K): (of: T) => T[K] {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  // Browsers have a getter for each of these; the DOM of the unit tests keeps some as fields.
  return (of) => (property?.get ? (property.get.call(of) as T[K]) : of[name]);
}

export const parentOf = own(Node.prototype, 'parentNode');
export const firstChildOf = own(Node.prototype, 'firstChild');
export const nextSiblingOf = own(Node.prototype, 'nextSibling');
export const nodeTypeOf = own(Node.prototype, 'nodeType');
export const nodeNameOf = own(Node.prototype, 'nodeName');
export const documentOf = own(Node.prototype, 'ownerDocument') as (of: Element) => Document;
export const localNameOf = own(Element.prototype, 'localName');
/** Open ones only. */
export const openShadowRootOf = own(Element.prototype, 'shadowRoot');
export const slotOf = own(Element.prototype, 'assignedSlot');
export const elementBeforeOf = own(Element.prototype, 'previousElementSibling');
