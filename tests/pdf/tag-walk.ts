import type { Element, LinkArea, Stretch } from './tagged-pdf.ts';

/** An element and all below it, in reading order; `type` chooses among them. */
export function* elements(element: Element, type?: RegExp): Generator<Element> {
  if (!type || type.test(element.type)) yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elements(child, type);
}

/** What an element says to a reader of the tags: an alternative stands for all that is in it. */
export function spoken(element: Element): string {
  if (element.alt !== undefined && !/^Lbl$/.test(element.type)) return element.alt;
  return element.children
    .map((child) => (child.kind === 'element' ? spoken(child) : child.kind === 'stretch' ? child.text : ''))
    .join('');
}

/** The marked stretches in an element. */
export function stretches(element: Element): readonly Stretch[] {
  return element.children.flatMap((child) =>
    child.kind === 'element' ? stretches(child) : child.kind === 'stretch' ? [child] : [],
  );
}

/** The annotations of a link. */
export function areas(element: Element): readonly LinkArea[] {
  return element.children.filter((child) => child.kind === 'area');
}
