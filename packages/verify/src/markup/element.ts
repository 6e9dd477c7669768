/** An element of HTML or XHTML, whichever parser read it. */
export interface Element {
  /** Local name, in lower case for HTML. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The element and every element below it, in document order. */
export function allElements(element: Element): readonly Element[] {
  const found: Element[] = [];
  const visit = (one: Element): void => {
    found.push(one);
    for (const child of one.children) if (typeof child !== 'string') visit(child);
  };
  visit(element);
  return found;
}

/** The first element below (or the element itself) for which something holds. */
export function findElement(element: Element, holds: (element: Element) => boolean): Element | undefined {
  if (holds(element)) return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findElement(child, holds);
    if (found) return found;
  }
  return undefined;
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (element.attributes.class ?? '').split(/\s+/).includes(name);
}

/** Whether a space-separated attribute names something: `role`, `rel`, `epub:type`. */
export function names(element: Element, attribute: string, token: string): boolean {
  return (element.attributes[attribute] ?? '').split(/\s+/).includes(token);
}

/** All text in an element, as it is. */
export function rawText(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}
