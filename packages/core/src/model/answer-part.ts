import type { AnswerNode, Figure, Heading, MathBlock, Table } from './answer.ts';
import { walk } from './children.ts';

/** What in an answer may have an id, and a number of its own. */
export type AnswerPart = Heading | Figure | Table | MathBlock;

/** A part with a number: it has an id as well, since lists and links lead to it. */
export type NumberedPart = AnswerPart & { readonly id: string; readonly numbered: string };

/** The parts below and including the given nodes, in reading order. */
export function partsIn(nodes: readonly AnswerNode[]): readonly AnswerPart[] {
  return [...walk(nodes)].filter(
    (node) =>
      node.type === 'heading' || node.type === 'figure' || node.type === 'table' || node.type === 'math',
  );
}

/** Those of them that have a number. */
export function numberedIn(nodes: readonly AnswerNode[]): readonly NumberedPart[] {
  return partsIn(nodes).filter(
    (part): part is NumberedPart => part.id !== undefined && part.numbered !== undefined,
  );
}
