import type { AnswerPart } from '../../model/answer-part.ts';
import type { Labels } from '../../model/labels.generated.ts';
import type { HandbookSource } from '../../model/source.generated.ts';

/** A kind of part, as `numbered:` in handbook.yaml names it. */
export type PartKind = NonNullable<HandbookSource['numbered']>[number];

/** How the parts of an entry are numbered. */
export interface Numbering {
  readonly kinds: ReadonlySet<PartKind>;
  /** The entry's number, as printed. */
  readonly number: string;
  readonly labels: Labels;
}

const KINDS = {
  figure: 'figures',
  table: 'tables',
  math: 'formulas',
  heading: 'headings',
} as const satisfies Readonly<Record<AnswerPart['type'], PartKind>>;

/** Whether a part gets a number: a figure or table with a caption, a formula that links can lead to, a heading. */
export function isNumbered(part: AnswerPart, numbering: Numbering | undefined): boolean {
  if (!numbering?.kinds.has(KINDS[part.type])) return false;
  if (part.type === 'table') return part.caption !== undefined;
  return part.type !== 'math' || part.id !== undefined;
}

/** Counts parts: each call returns the number of the next one as printed. */
export function partCounter({ number, labels }: Numbering): (part: AnswerPart) => string {
  const counts: Record<AnswerPart['type'], number[]> = { figure: [0], table: [0], math: [0], heading: [] };
  return (part) => {
    const level = part.type === 'heading' ? part.depth : 1;
    const places = [...counts[part.type], ...Array<number>(level).fill(0)].slice(0, level);
    places[level - 1] = (places[level - 1] ?? 0) + 1;
    counts[part.type] = places;
    // The number of the entry, a point, the place in it: what stands behind the last point was never the entry's.
    const own = `${number}${number.endsWith('.') ? '' : '.'}${places.join('.')}`;
    switch (part.type) {
      case 'figure':
        return labels.figure.replace('{number}', () => own);
      case 'table':
        return labels.tableNumber.replace('{number}', () => own);
      case 'math':
        // Round brackets around A1a1).1 would end too early.
        return /[()（）]/u.test(own) ? `[${own}]` : `(${own})`;
      case 'heading':
        return own;
    }
  };
}
