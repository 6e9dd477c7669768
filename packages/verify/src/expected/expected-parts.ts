import { type AnswerNode, walk } from '@octavo/core';
import { anchorOf } from '../content/entry-anchor.ts';
import { plainPhrasing } from './plain-text.ts';

/** A numbered figure, table, formula or heading as every format must print it. */
export interface ExpectedPart {
  readonly kind: AnswerNode['type'];
  readonly numbered: string;
  readonly id: string;
  readonly anchor: string;
  readonly caption: string;
  /** The texts of a table's caption one by one, as a list shows them between emphasis, code and formulas. */
  readonly texts: readonly string[];
}

/** The numbered parts of an answer in reading order. */
export function numberedParts(answer: readonly AnswerNode[], number: string): readonly ExpectedPart[] {
  return [...walk(answer)].flatMap((node): readonly ExpectedPart[] => {
    if (!('numbered' in node) || node.type === 'crossReference') return [];
    const { type: kind, numbered = '', id = '' } = node;
    const texts = node.type === 'table' ? textsIn(node.caption ?? []) : [];
    return [{ kind, numbered, id, anchor: `${anchorOf(number)}-${id}`, caption: captionOf(node), texts }];
  });
}

function textsIn(nodes: readonly AnswerNode[]): readonly string[] {
  return [...walk(nodes)].flatMap((node) => ('value' in node ? [node.value] : []));
}

function captionOf(node: AnswerNode): string {
  if (node.type === 'figure') return node.caption;
  if (node.type === 'table') return plainPhrasing(node.caption ?? []);
  return node.type === 'heading' ? plainPhrasing(node.children) : '';
}
