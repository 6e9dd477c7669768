import type { Handbook } from '@octavo/core';
import { checkOrder } from './check-order.ts';
import type { Fault } from './fault.ts';
import { type Element, readTagged, type TaggedPdf } from './tagged-pdf.ts';

/** What became of something, and how its element is decorated. */
const DECORATIONS = { inserted: 'Underline', deleted: 'LineThrough' } as const;
type Kind = keyof typeof DECORATIONS;

/**
 * A redlined PDF as one of its two editions: without the elements of what is `dropped`, and the others without the
 * words that say what they are.
 */
export function readingOf(pdf: TaggedPdf, dropped: Kind, labels: Handbook['labels']): TaggedPdf {
  const kept: Kind = dropped === 'inserted' ? 'deleted' : 'inserted';
  const opening = `[${labels[kept]}: `;
  return { ...pdf, document: read(pdf.document) };

  function read(element: Element): Element {
    const children = unmarked(element).flatMap((child): readonly (typeof child)[] => {
      if (child.kind !== 'element') return [child];
      return child.decoration === DECORATIONS[dropped] ? [] : [read(child)];
    });
    const { alt } = element;
    const isNamed = element.decoration === DECORATIONS[kept] && alt?.startsWith(opening);
    return { ...element, alt: isNamed ? alt?.slice(opening.length, -1) : alt, children };
  }

  function unmarked({ decoration, children }: Element): Element['children'] {
    const [first, last] = [children[0], children.at(-1)];
    if (decoration !== DECORATIONS[kept] || first?.kind !== 'stretch' || first.text !== opening)
      return children;
    if (last?.kind !== 'stretch' || last.text !== ']')
      throw new Error(`nothing says where “${opening}” ends: ${JSON.stringify(children).slice(0, 300)}`);
    return children.slice(1, -1);
  }
}

/** What is wrong with a redlined PDF, read as each of its two editions. */
export function checkRedline(
  bytes: Uint8Array,
  { labels }: Handbook,
  before: Handbook,
  after: Handbook,
): readonly Fault[] {
  const pdf = readTagged(bytes);
  const [old, now] = [readingOf(pdf, 'inserted', labels), readingOf(pdf, 'deleted', labels)];
  return [
    ...pdf.faults.map((reason): Fault => ({ rule: 'marks', reason })),
    ...checkOrder(old, before).map((fault) => ({ ...fault, reason: `before: ${fault.reason}` })),
    ...checkOrder(now, after).map((fault) => ({ ...fault, reason: `after: ${fault.reason}` })),
  ];
}
