import type { RootContent } from 'mdast';
import type { FoundPart } from '../model/found.ts';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { stripAnswerMark } from './answer-mark.ts';
import type { Candidate } from './candidate.ts';
import type { Item } from './outline.ts';

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
  /** The document's own heading. */
  readonly title: (anchors: readonly string[], text: string) => void;
  readonly question: (candidate: Candidate, anchors: readonly string[]) => void;
  readonly chapter: (item: Item) => void;
  /** A section that is no answer. */
  readonly prose: (item: Item) => void;
  /** A block that belongs to what is open. */
  readonly append: (item: Item) => void;
  readonly finish: () => readonly FoundPart[];
}

/** Collects parts while a document is walked through: what is open, and what is finished. */
export function partsBuilder(path: string): PartsBuilder {
  const parts: FoundPart[] = [];
  let question: OpenQuestion | undefined;
  let prose: OpenProse | undefined;

  const drop = (text: string, line: number) => {
    if (/[\p{L}\p{N}]/u.test(text))
      parts.push({ kind: 'dropped', what: 'numbers and marks', text, anchors: [], place: { path, line } });
  };
  const close = () => {
    if (question) {
      const { number, prefix, line } = question.candidate;
      const { blocks, taken } = stripAnswerMark(question.answer);
      // A number alone is kept as the entry's own.
      drop(`${number && /^[\d.\s()[\]:-]*$/.test(prefix) ? '' : prefix} ${taken}`, line);
      parts.push(foundQuestion(question, blocks, path));
    }
    if (prose && (prose.title !== undefined || prose.body.some((block) => block.type !== 'thematicBreak')))
      parts.push(foundProse(prose, path));
    question = undefined;
    prose = undefined;
  };
  const append = (block: RootContent, anchors: readonly string[]) => {
    prose = question ? undefined : (prose ?? untitled([], [], block.position?.start.line ?? 1));
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
      if (prose?.title !== undefined && depth > prose.depth) return append(block, anchors);
      close();
      prose = {
        title: oneLine(textOf(block)),
        depth,
        anchors: [...anchors],
        headings: [textOf(block)],
        body: [],
        line,
      };
    },
    append: ({ block, anchors }) => append(block, anchors),
    finish() {
      close();
      return parts;
    },
  };
}

function opened(candidate: Candidate, anchors: readonly string[]): OpenQuestion {
  const asked = textOf(candidate.question);
  return {
    candidate,
    anchors: [...anchors],
    headings: [
      asked,
      ...(candidate.prefix === '' ? [] : [candidate.prefix + asked]),
      ...candidate.answer.flatMap(headingsIn),
    ],
    answer: [...candidate.answer],
  };
}

function untitled(anchors: string[], headings: string[], line: number): OpenProse {
  return { title: undefined, depth: 0, anchors, headings, body: [], line };
}

function foundQuestion(
  { candidate, anchors, headings }: OpenQuestion,
  answer: readonly RootContent[],
  path: string,
): FoundPart {
  const { number, odd, question, cls, line, prefix } = candidate;
  return {
    kind: 'question',
    ...(number ? { number } : {}),
    ...(prefix === '' ? {} : { printed: prefix }),
    question,
    answer,
    anchors: odd && !number ? [...anchors, odd] : anchors,
    headings,
    ...(/^h[1-6]$/.test(cls) ? { headed: true } : {}),
    place: { path, line },
  };
}

function foundProse({ title, anchors, headings, body, line }: OpenProse, path: string): FoundPart {
  return {
    kind: 'prose',
    ...(title === undefined ? {} : { title }),
    body,
    anchors,
    headings,
    place: { path, line },
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The headings inside a block: they may be what a link leads to. */
function headingsIn(block: RootContent): readonly string[] {
  if (block.type === 'heading') return [textOf(block)];
  if (isContainer(block, 'details') || isContainer(block, 'term')) return [textOf(splitTitle(block).title)];
  return [];
}
