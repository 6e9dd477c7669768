import type { AnswerNode, Block, FootnoteDefinition } from '../../model/answer.ts';
import { footnoteReferences } from '../../model/children.ts';
import { mapNodes } from '../../model/map-nodes.ts';
import { toText } from '../../model/to-text.ts';
import { ALIKE, align } from '../align.ts';
import { likeness } from '../same-question.ts';
import { redlineBlocks } from './blocks.ts';
import { formOf } from './form.ts';

/** A text and its notes: an answer, a prose page. */
export interface NotedText {
  readonly blocks: readonly Block[];
  readonly footnotes: readonly FootnoteDefinition[];
}

/**
 * Returns a text with its edits. Notes that say much the same are one note; the notes of both editions are
 * numbered in the order in which the redlined text cites them.
 */
export function redlineText(before: NotedText, after: NotedText): NotedText {
  const pairs = align(before.footnotes, after.footnotes, { keyOf: bodyForm, likeness: alikeNotes }).flatMap(
    (pair) =>
      pair.before && pair.after && alikeNotes(pair.before, pair.after) < ALIKE
        ? [{ before: pair.before }, { after: pair.after }]
        : [pair],
  );
  const taken = new Set(after.footnotes.map(({ identifier }) => identifier));
  const names = new Map<string, string>();
  for (const { before: was, after: now } of pairs)
    if (was) names.set(was.identifier, now?.identifier ?? freeName(was.identifier, taken));
  const renamed = <Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] =>
    mapNodes(nodes, (node) =>
      node.type === 'footnoteReference'
        ? [{ ...node, identifier: names.get(node.identifier) ?? node.identifier }]
        : [node],
    );
  const blocks = redlineBlocks(renamed(before.blocks), after.blocks);
  const notes = pairs.flatMap(({ before: was, after: now }): FootnoteDefinition[] => {
    if (was && now) return [{ ...now, children: redlineBlocks(renamed(was.children), now.children) }];
    if (now) return [{ ...now, edited: 'inserted' }];
    if (!was) return [];
    const identifier = names.get(was.identifier) ?? was.identifier;
    return [{ ...was, identifier, children: renamed(was.children), edited: 'deleted' }];
  });
  return renumbered({ blocks, footnotes: notes });
}

/** Notes count from 1 in the order in which the text, and then the notes themselves, cite them. */
export function renumbered({ blocks, footnotes }: NotedText): NotedText {
  const cited = footnoteReferences([...blocks, ...footnotes]).map(({ identifier }) => identifier);
  const order = [...new Set([...cited, ...footnotes.map(({ identifier }) => identifier)])];
  const numbers = new Map(order.map((identifier, at) => [identifier, at + 1]));
  const counted = <Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] =>
    mapNodes(nodes, (node) =>
      node.type === 'footnoteReference' || node.type === 'footnoteDefinition'
        ? [{ ...node, index: numbers.get(node.identifier) ?? node.index }]
        : [node],
    );
  if (footnotes.length === 0) return { blocks, footnotes };
  return {
    blocks: counted(blocks),
    footnotes: counted(footnotes).toSorted((a, b) => a.index - b.index),
  };
}

function bodyForm({ children }: FootnoteDefinition): string {
  return children.map(formOf).join('');
}

function alikeNotes(before: FootnoteDefinition, after: FootnoteDefinition): number {
  return likeness(toText(before.children), toText(after.children));
}

/** A name for a note that only the earlier edition has. */
function freeName(name: string, taken: Set<string>): string {
  const free = taken.has(name) ? freeName(`${name}-before`, taken) : name;
  taken.add(free);
  return free;
}
