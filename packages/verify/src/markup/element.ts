import { compile, type Options } from 'css-select';

/** An element of HTML or XHTML, whichever parser read it. */
export interface Element {
  /** Local name, in lower case for HTML. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  readonly parent: Element | undefined;
}
type Node = Element | string;

/** What css-select asks of a tree: names without regard to case, attributes as they are written. */
export const SELECTING: Options<Node, Element> = {
  xmlMode: true,
  lowerCaseTags: true,
  adapter: {
    isTag: (node): node is Element => typeof node !== 'string',
    getAttributeValue: ({ attributes }, name) => attributes[name],
    hasAttrib: ({ attributes }, name) => name in attributes,
    getChildren: (node) => (typeof node === 'string' ? [] : [...node.children]),
    getName: ({ name }) => name.toLowerCase(),
    getParent: ({ parent }) => parent ?? null,
    getSiblings: (node) => (typeof node === 'string' ? [node] : [...(node.parent?.children ?? [node])]),
    getText: (node) => (typeof node === 'string' ? node : rawText(node)),
    removeSubsets: (nodes) => nodes,
  },
};
const compiled = new Map<string, (node: Node) => boolean>();

/** Whether a selector (Selectors 4) chooses an element. */
export function matches(element: Node, selector: string): boolean {
  const test = compiled.get(selector) ?? compile<Node, Element>(selector, SELECTING);
  compiled.set(selector, test);
  return test(element);
}

/** The element and every element below it that a selector chooses, in document order; nothing in what `without` chooses. */
export function allElements(element: Element, selector = '*', without?: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (one: Element): void => {
    if (without !== undefined && matches(one, without)) return;
    if (selector === '*' || matches(one, selector)) found.push(one);
    for (const child of one.children) if (typeof child !== 'string') visit(child);
  };
  visit(element);
  return found;
}

/** The first of them. */
export function findElement(element: Element, selector: string): Element | undefined {
  if (matches(element, selector)) return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findElement(child, selector);
    if (found) return found;
  }
  return undefined;
}

/** The element and those it is in, from the inside out. */
export function* outwards(element: Element): Generator<Element> {
  for (let one: Element | undefined = element; one; one = one.parent) yield one;
}

/** Elements directly in an element. */
export function childElements({ children }: Element): readonly Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** All text in an element, as it is. */
export function rawText(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}
