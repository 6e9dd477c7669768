import type { Element } from 'hast';
import { h } from 'hastscript';

/** Id of a page break; two pages never share one, whatever their labels are. */
function pageAnchor(index: number): string {
  return `page_${index + 1}`;
}

/**
 * A page break (EPUB 3 Structural Semantics `pagebreak`, DPUB-ARIA `doc-pagebreak`). `title` names it:
 * an `aria-label` there is what axe objects to.
 */
export function pageBreakElement(tag: 'span' | 'div' | 'i', index: number, label: string): Element {
  return h(tag, { 'epub:type': 'pagebreak', role: 'doc-pagebreak', id: pageAnchor(index), title: label });
}
