import type { RootContent } from 'mdast';
import { type Finding, finding } from '../model/finding.ts';
import { droppedPart, type FoundPart } from '../model/found.ts';
import { isContainer } from '../model/nodes.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { textOf } from '../model/text-of.ts';
import { asks } from './asks.ts';
import { CLASSES, type QuestionClass } from './candidate.ts';
import { type Choice, choose } from './choose.ts';
import { dropContents } from './drop-contents.ts';
import { namesIn, withoutPermalinks } from './furniture.ts';
import { joinMarks } from './join-marks.ts';
import { anchorsToBlocks } from './lift-anchors.ts';
import { readNumber } from './number.ts';
import { outline, sectionsOf } from './sections.ts';
import { splitQuestionTables } from './tables.ts';
import { walkSections } from './walk.ts';

export interface RecogniseOptions {
  /** How questions are written, where the evidence misleads: `h3`, `bold`, `item`, `number`, … */
  readonly questions?: QuestionClass;
}

export interface Recognised {
  readonly parts: readonly FoundPart[];
  /** The heading of the whole document. */
  readonly title?: string | undefined;
  readonly findings: readonly Finding[];
}

/** Names of the ways in which questions are written. */
export const QUESTION_STYLES: readonly QuestionClass[] = CLASSES;

/** Finds questions, chapters and prose among the blocks of a document; `none` finds no question, where the document answers one as a whole. */
export function recognise(
  document: ReadDocument,
  path: string,
  { questions }: { readonly questions?: QuestionClass | 'none' } = {},
): Recognised {
  if (document.content.kind === 'parts') return { parts: document.content.parts, findings: [] };
  const lifted = anchorsToBlocks(joinMarks(ownWords(document.content.blocks)));
  const split = questions === 'none' ? lifted.blocks : splitQuestionTables(lifted.blocks);
  const names = split.filter((block) => isContainer(block, 'names'));
  const { blocks, dropped, findings } = dropContents(
    split.filter((block) => !isContainer(block, 'names')),
    lifted.anchors,
    path,
  );
  const columns = names.map((block) =>
    droppedPart('data field', textOf(block), { path, line: block.position?.start.line ?? 1 }),
  );
  const none = questions === 'none';
  const asked = none ? undefined : choose(blocks);
  const open = asked === undefined && !none;
  const choice: Choice | undefined =
    questions && !none
      ? { primary: questions, score: 1, asking: 1, numbered: 0, guessed: false }
      : (asked ?? (none ? undefined : choose(blocks, true)));
  const named = document.title === undefined ? titleLine(blocks) : undefined;
  const forced = questions !== undefined && !none;
  const walk = (from: number) => {
    const items = outline(blocks.slice(from), lifted.anchors, open);
    return walkSections(
      sectionsOf(items, choice, forced),
      path,
      forced,
      none || document.title !== undefined,
    );
  };
  const first = walk(named ? 1 : 0);
  // A heading that is the title leaves the line before it where it was.
  const { parts, title = named } = named && first.title ? walk(0) : first;
  const guessed = finding(
    'kind-guessed',
    'warning',
    { path, line: 1 },
    `nothing in the document asks; what is written as "${choice?.primary}" is taken for its questions`,
    'Give --questions to say otherwise.',
  );
  const told = choice?.guessed ? [...findings, guessed] : findings;
  return { parts: [...parts, ...dropped, ...columns], title: title || undefined, findings: told };
}

/** Blocks whose headings no longer lead to themselves. */
function ownWords(blocks: readonly RootContent[]): RootContent[] {
  const known = namesIn(blocks);
  return blocks.map((block): RootContent => {
    if (block.type === 'heading') return { ...block, children: withoutPermalinks(block.children, known) };
    if (block.type !== 'containerDirective') return block;
    const [first, ...rest] = block.children;
    if (first?.type !== 'paragraph') return block;
    return {
      ...block,
      children: [{ ...first, children: withoutPermalinks(first.children, known) }, ...rest],
    };
  });
}

/** A document without one heading above all others, whose first line stands alone, short and without a full stop: that is its title. */
function titleLine(blocks: readonly RootContent[]): string | undefined {
  const [first, second] = blocks;
  if (
    first?.type !== 'paragraph' ||
    second === undefined ||
    blocks.filter((block) => block.type === 'heading' && block.depth === 1).length === 1
  )
    return undefined;
  const text = textOf(first).trim();
  const plain =
    first.children.every((child) => child.type === 'text') &&
    /\p{L}/u.test(text) &&
    !/[\n.:;,!?？؟。]/.test(text);
  return plain && text.length >= 3 && text.length <= 80 && asks(text) === 0 && readNumber(text) === undefined
    ? text
    : undefined;
}
