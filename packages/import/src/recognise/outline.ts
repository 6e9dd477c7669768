import type { RootContent } from 'mdast';
import { type Candidate, candidateOf, itemCandidates } from './candidate.ts';
import { isQuestionList } from './choose.ts';

/** A block with what it could be and what stands under it. */
export interface Item {
  readonly block: RootContent;
  readonly anchors: readonly string[];
  readonly line: number;
  /** Of a heading (or of a heading that its page marks as a question). */
  readonly depth: number | undefined;
  readonly candidate: Candidate | undefined;
  /** Of a list of questions. */
  readonly items: readonly Candidate[];
  /** For a heading: the index after its section. */
  end: number;
}

/** The blocks of a document with their sections; `unanswered` as `open` in `choose`. */
export function outline(
  blocks: readonly RootContent[],
  anchors: ReadonlyMap<RootContent, readonly string[]>,
  unanswered: boolean,
): Item[] {
  const items = blocks.map(
    (block, at): Item => ({
      block,
      anchors: anchors.get(block) ?? [],
      line: block.position?.start.line ?? 1,
      depth: depthOf(block),
      candidate: candidateOf(block),
      items:
        block.type === 'list' && isQuestionList(block, blocks[at + 1], unanswered)
          ? itemCandidates(block)
          : [],
      end: blocks.length,
    }),
  );
  const open: { item: Item; depth: number }[] = [];
  items.forEach((item, at) => {
    if (item.depth === undefined) return;
    for (let last = open.at(-1); last && last.depth >= item.depth; last = open.at(-1)) {
      last.item.end = at;
      open.pop();
    }
    open.push({ item, depth: item.depth });
  });
  return items;
}

function depthOf(block: RootContent): number | undefined {
  if (block.type === 'heading') return block.depth;
  const asked = block.type === 'containerDirective' ? /^asked([1-6])$/.exec(block.name)?.[1] : undefined;
  return asked === undefined ? undefined : Number(asked);
}
