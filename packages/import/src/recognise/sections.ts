import type { RootContent } from 'mdast';
import { lineOf } from '../model/place.ts';
import { accepts } from './accepts.ts';
import { type Candidate, candidateOf, isHeading, itemCandidates } from './candidate.ts';
import { type Choice, isQuestionList } from './choose.ts';

/** A block with what it could be and what stands under it. */
export interface Item {
  readonly block: RootContent;
  readonly anchors: readonly string[];
  readonly line: number;
  /** The depth of a heading, or of a heading that its page marks as a question. */
  readonly depth: number | undefined;
  readonly candidate: Candidate | undefined;
  /** The questions of a list of questions. */
  readonly items: readonly Candidate[];
  /** For a heading: the index after its section. */
  end: number;
}

/** The blocks of a document with their sections, and which of them are questions given how questions are written. */
export interface Sections {
  readonly items: readonly Item[];
  readonly choice: Choice | undefined;
  /** The depth of the headings that are questions; 0 when questions are no headings. */
  readonly questionDepth: number;
  /** The depth of the headings that hold questions right below them; 0 when none does. */
  readonly chapterDepth: number;
  /** The question that a block asks. A heading that asks, above questions of another kind, is their chapter. */
  readonly questionAt: (at: number) => Candidate | undefined;
  /** Whether a question stands among the blocks from one index up to another. */
  readonly holdsQuestion: (from: number, to: number) => boolean;
  /** Whether another heading of the same depth holds questions. */
  readonly isBesideChapters: (at: number) => boolean;
}

/** Makes items of the blocks of a document, each with its section. With `unanswered`, lists of questions that nobody answered count as well. */
export function outline(
  blocks: readonly RootContent[],
  anchors: ReadonlyMap<RootContent, readonly string[]>,
  unanswered: boolean,
): readonly Item[] {
  const items = blocks.map(
    (block, at): Item => ({
      block,
      anchors: anchors.get(block) ?? [],
      line: lineOf(block),
      depth: depthOf(block),
      candidate: candidateOf(block),
      items:
        block.type === 'list' && isQuestionList(block, blocks[at + 1], unanswered)
          ? itemCandidates(block)
          : [],
      end: blocks.length,
    }),
  );
  const open: Item[] = [];
  items.forEach((item, at) => {
    if (item.depth === undefined) return;
    for (let last = open.at(-1); last && (last.depth ?? 0) >= item.depth; last = open.at(-1)) {
      last.end = at;
      open.pop();
    }
    open.push(item);
  });
  return items;
}

function depthOf(block: RootContent): number | undefined {
  if (block.type === 'heading') return block.depth;
  const asked = block.type === 'containerDirective' ? /^asked([1-6])$/.exec(block.name)?.[1] : undefined;
  return asked === undefined ? undefined : Number(asked);
}

/** Decides once for every block whether it is a question; whatever is asked of a section afterwards takes no further pass. */
export function sectionsOf(items: readonly Item[], choice: Choice | undefined, forced: boolean): Sections {
  const isQuestion = ({ candidate }: Item) =>
    candidate !== undefined && choice !== undefined && accepts(candidate, choice, forced);
  const questions = items.map(isQuestion);
  /** How many questions stand before each block. */
  const before = [0];
  for (const [at, item] of items.entries()) {
    const holds = questions[at] || (choice?.primary === 'item' && item.items.length > 0);
    before.push((before[at] ?? 0) + (holds ? 1 : 0));
  }
  const holdsQuestion = (from: number, to: number) => (before[to] ?? 0) > (before[from] ?? 0);
  const holdsBelow = (at: number) => holdsQuestion(at + 1, items[at]?.end ?? at);
  const headed = choice !== undefined && isHeading(choice.primary);
  const questionAt = (at: number) => {
    const { candidate } = items[at] ?? {};
    const isChapter = candidate && isHeading(candidate.cls) && !headed && holdsBelow(at);
    return questions[at] && !isChapter ? candidate : undefined;
  };
  const chapters = new Map<number, number>();
  let chapterDepth = 0;
  for (const [at, { depth }] of items.entries()) {
    if (depth === undefined || !holdsBelow(at)) continue;
    chapters.set(depth, (chapters.get(depth) ?? 0) + 1);
    if (!questionAt(at) && !isTitle(items, at)) chapterDepth = Math.max(chapterDepth, depth);
  }
  return {
    items,
    choice,
    questionDepth: headed ? Number(choice.primary[1]) : 0,
    chapterDepth,
    questionAt,
    holdsQuestion,
    isBesideChapters: (at) => (chapters.get(items[at]?.depth ?? 0) ?? 0) > (holdsBelow(at) ? 1 : 0),
  };
}

/** Whether an item is the first heading, with no other heading at its level or above. */
export function isTitle(items: readonly Item[], at: number): boolean {
  const depth = items[at]?.depth;
  if (depth === undefined || at > 12 || items.length < 2) return false;
  if (items.slice(0, at).some((other) => other.depth !== undefined)) return false;
  return !items.some((other, index) => index !== at && other.depth !== undefined && other.depth <= depth);
}
