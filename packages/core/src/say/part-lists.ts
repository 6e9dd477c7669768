import type { Phrasing } from '../model/answer.ts';
import { type NumberedPart, numberedIn } from '../model/answer-part.ts';
import type { Handbook, ListKind } from '../model/documents.generated.ts';
import { headingAnchor } from './addresses.ts';

/** A list of figures or of tables. */
export interface PartList {
  readonly kind: ListKind;
  readonly title: string;
  readonly lines: readonly PartLine[];
}

export interface PartLine {
  /** The number of the entry, and the id and the anchor of the part in it. */
  readonly number: string;
  readonly id: string;
  readonly anchor: string;
  /** `Figure 618.1`. */
  readonly numbered: string;
  /** Without its links and the marks of notes: the line is a link itself. */
  readonly caption: readonly Phrasing[];
}

/** The lists that the book asks for and has lines for, in the order of the book. */
export function partLists({ lists = [], labels, chapters }: Handbook): readonly PartList[] {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return lists
    .map((kind): PartList => {
      const type = kind === 'figures' ? 'figure' : 'table';
      const lines = entries.flatMap(({ number, answer }) =>
        numberedIn(answer)
          .filter((part) => part.type === type)
          .map((part) => lineOf(number, part)),
      );
      return { kind, title: labels[kind], lines };
    })
    .filter(({ lines }) => lines.length > 0);
}

function lineOf(number: string, part: NumberedPart): PartLine {
  const { id, numbered } = part;
  return { number, id, anchor: headingAnchor(number, id), numbered, caption: unlinked(captionOf(part)) };
}

/** What a numbered part is called beside its number; a formula is called nothing. */
export function captionOf(part: NumberedPart): readonly Phrasing[] {
  switch (part.type) {
    case 'figure':
      return [{ type: 'text', value: part.caption }];
    case 'table':
      return part.caption ?? [];
    case 'heading':
      return part.children;
    case 'math':
      return [];
  }
}

function unlinked(nodes: readonly Phrasing[]): readonly Phrasing[] {
  return nodes.flatMap((node): readonly Phrasing[] => {
    if (node.type === 'footnoteReference') return [];
    if (!('children' in node)) return [node];
    const children = unlinked(node.children);
    return node.type === 'link' || node.type === 'crossReference' ? children : [{ ...node, children }];
  });
}
