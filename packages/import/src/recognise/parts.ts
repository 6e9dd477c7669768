import type { RootContent } from 'mdast';
import { droppedPart, type FoundPart } from '../model/found.ts';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { lineOf, place } from '../model/place.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { isOtherLetter, stripAnswerMark } from './answer-mark.ts';
import { type Candidate, isHeading } from './candidate.ts';
import type { Item } from './sections.ts';

interface OpenQuestion {
  readonly candidate: Candidate;
  readonly anchors: string[];
  readonly headings: string[];
  readonly answer: RootContent[];
}
interface OpenProse {
  readonly title: string | undefined;
  readonly depth: number;
  readonly anchors: string[];
  readonly headings: string[];
  readonly body: RootContent[];
  readonly line: number;
}

/** Parts in the making, while a document is walked through. */
export interface PartsBuilder {
  readonly inQuestion: () => boolean;
  /** Begins the text under the document's own heading. */
  readonly title: (anchors: readonly string[], text: string) => void;
  readonly question: (candidate: Candidate, anchors: readonly string[]) => void;
  readonly chapter: (item: Item) => void;
  /** Begins a section that is no answer. */
  readonly prose: (item: Item) => void;
  /** Adds a block to what is open. */
  readonly append: (item: Item) => void;
  readonly finish: () => readonly FoundPart[];
}

/** Collects parts while a document is walked through: what is open, and what is finished. */
export function partsBuilder(path: string): PartsBuilder {
  const parts: FoundPart[] = [];
  let question: OpenQuestion | undefined;
  let prose: OpenProse | undefined;

  const drop = (text: string, line: number) => {
    if (/[\p{L}\p{N}]/u.test(text)) parts.push(droppedPart('numbers and marks', text, { path, line }));
  };
  const close = () => {
    if (question) {
      const { number, prefix, line } = question.candidate;
      const { blocks, taken } = stripAnswerMark(question.answer, prefix);
      // A number that stands alone is kept: it is the entry's own number.
      drop(`${number && /^[\d.\s()[\]:-]*$/.test(prefix) ? '' : prefix} ${taken}`, line);
      parts.push(foundQuestion(question, withoutRules(blocks), path));
    }
    if (prose && (prose.title !== undefined || prose.body.some((block) => block.type !== 'thematicBreak'))) {
      const { title, depth, anchors, headings, body, line } = prose;
      parts.push({ kind: 'prose', title, depth, body, anchors, headings, place: { path, line } });
    }
    question = undefined;
    prose = undefined;
  };
  const append = ({ block, anchors }: Item) => {
    if (!question) prose ??= untitled([], [], lineOf(block));
    const open = question ?? prose;
    for (const id of anchors) open?.anchors.push(id);
    open?.headings.push(...headingsIn(block));
    (question ? question.answer : prose?.body)?.push(block);
  };

  return {
    inQuestion: () => question !== undefined,
    title(anchors, text) {
      close();
      prose = untitled([...anchors], [text], 1);
    },
    question(candidate, anchors) {
      const isAnswer =
        question?.answer.length === 0 &&
        question.candidate.asks >= 0.6 &&
        candidate.asks < 0.6 &&
        isOtherLetter(question.candidate.prefix, candidate.prefix);
      if (question && isAnswer) {
        question.answer.push(asParagraph(candidate), ...candidate.answer);
        return;
      }
      close();
      question = opened(candidate, anchors);
    },
    chapter({ candidate, block, depth = 1, anchors, line }) {
      close();
      if (candidate) drop(candidate.prefix, line);
      const title = candidate && candidate.question.length > 0 ? textOf(candidate.question) : textOf(block);
      parts.push({ kind: 'chapter', title: oneLine(title), depth, anchors, place: { path, line } });
    },
    prose(item) {
      const { block, depth = 1, anchors, line } = item;
      if (prose?.title !== undefined && depth > prose.depth) return append(item);
      close();
      const text = textOf(block);
      prose = { title: oneLine(text), depth, anchors: [...anchors], headings: [text], body: [], line };
    },
    append,
    finish() {
      close();
      return parts;
    },
  };
}

/** A candidate with what was taken off it, as the paragraph that it was. */
function asParagraph({ prefix, question, line }: Candidate): RootContent {
  const children = [{ type: 'text' as const, value: prefix }, ...question];
  return place({ type: 'paragraph', children }, line);
}

function opened(candidate: Candidate, anchors: readonly string[]): OpenQuestion {
  const asked = textOf(candidate.question);
  const printed = candidate.prefix === '' ? [] : [candidate.prefix + asked];
  const headings = [asked, ...printed, ...candidate.answer.flatMap(headingsIn)];
  return { candidate, anchors: [...anchors], headings, answer: [...candidate.answer] };
}

/** Rules at the end of an answer part it from what follows. */
function withoutRules(blocks: readonly RootContent[]): readonly RootContent[] {
  return blocks.slice(0, blocks.findLastIndex(({ type }) => type !== 'thematicBreak') + 1);
}

function untitled(anchors: string[], headings: string[], line: number): OpenProse {
  return { title: undefined, depth: 0, anchors, headings, body: [], line };
}

function foundQuestion(
  { candidate, anchors, headings }: OpenQuestion,
  answer: readonly RootContent[],
  path: string,
): FoundPart {
  const { number, odd, label, question, cls, line, prefix } = candidate;
  const old = label && label !== number ? label : number ? undefined : odd;
  return {
    kind: 'question',
    number,
    printed: prefix === '' ? undefined : prefix,
    question,
    answer,
    anchors: old === undefined ? anchors : [...anchors, old],
    headings,
    headed: isHeading(cls),
    place: { path, line },
  };
}

/** The headings inside a block: they may be what a link leads to. */
function headingsIn(block: RootContent): readonly string[] {
  if (block.type === 'heading') return [textOf(block)];
  if (isContainer(block, 'details') || isContainer(block, 'term')) return [textOf(splitTitle(block).title)];
  return [];
}
