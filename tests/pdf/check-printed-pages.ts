import type { Handbook } from '@octavo/core';
import { bare } from './said.ts';
import { areas, elements, spoken } from './tag-walk.ts';
import type { Element, TaggedPdf } from './tagged-pdf.ts';

/** "(618, p. 12)" behind a link names the page its target is on. */
export function checkPrintedPages(
  pdf: TaggedPdf,
  sect: Element,
  handbook: Handbook,
  report: (reason: string) => void,
): void {
  const [before, behind] = handbook.labels.pageReference
    .split('{page}')
    .map((part) => bare(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^[(,](?:[^,()]+,)?${before}([\\divxlc–]+)${behind}`);
  for (const parent of elements(sect)) {
    for (const [index, child] of parent.children.entries()) {
      if (child.kind !== 'element' || child.type !== 'Link') continue;
      const target = areas(child)[0]?.target ?? '';
      const after = parent.children
        .slice(index + 1, index + 4)
        .map((next) => (next.kind === 'stretch' ? next.text : next.kind === 'element' ? spoken(next) : ''))
        .join('');
      const printed = pattern.exec(bare(after))?.[1];
      const label = pdf.labels[pdf.destinations.get(target)?.page ?? -1];
      if (printed !== undefined && printed !== label)
        report(`${target} is said to be on page ${printed} and is on ${label}`);
    }
  }
}
