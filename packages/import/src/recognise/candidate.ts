import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { asks, endsAsking } from './asks.ts';
import { cutQuestion } from './cut-question.ts';
import { leadingBold } from './leading-bold.ts';
import { readNumber } from './number.ts';
import { isBlank, splitAt, trimmed } from './phrasing.ts';

/** The ways in which people write a question. */
export const CLASSES = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'asked',
  'mark',
  'details',
  'term',
  'number',
  'bold',
  'item',
  'plain',
] as const;
export type QuestionClass = (typeof CLASSES)[number];

/** A block that may be a question, and what of it would be the question and what the answer. */
export interface Candidate {
  readonly cls: QuestionClass;
  readonly question: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  readonly number?: string;
  readonly odd?: string;
  /** The number with its letters: `A12`. */
  readonly label?: string;
  readonly marked: boolean;
  /** See `asks`. */
  readonly asks: number;
  readonly line: number;
  /** What was taken off as number or mark. */
  readonly prefix: string;
}

/** What a block could be; undefined for what is never a question. */
export function candidateOf(block: RootContent): Candidate | undefined {
  const line = block.position?.start.line ?? 1;
  if (block.type === 'heading') return made(`h${block.depth}`, block.children, [], line);
  if (isContainer(block, 'details')) return fromContainer('details', block, line);
  if (isContainer(block, 'term')) return fromContainer('term', block, line);
  if (block.type === 'containerDirective' && block.name.startsWith('asked'))
    return fromContainer('asked', block, line);
  return block.type === 'paragraph' ? paragraphCandidate(block.children, line) : undefined;
}

function fromContainer(
  cls: QuestionClass,
  block: Extract<RootContent, { type: 'containerDirective' }>,
  line: number,
): Candidate {
  const { title, rest } = splitTitle(block);
  const found = made(cls, title, rest, line);
  return cls === 'asked' ? { ...found, marked: true } : found;
}

/** The candidates that a list's items are. */
export function itemCandidates(list: List): readonly Candidate[] {
  return list.children.map((item, at) =>
    itemCandidate(item, list.ordered ? String((list.start ?? 1) + at) : undefined),
  );
}

function itemCandidate(item: ListItem, number: string | undefined): Candidate {
  const line = item.position?.start.line ?? 1;
  const [first, ...rest] = item.children;
  if (first?.type === 'heading')
    return { ...made('item', first.children, rest, line), ...(number ? { number } : {}) };
  if (first?.type !== 'paragraph') return made('item', [], item.children, line);
  const found = paragraphCandidate(first.children, line);
  const base = found
    ? { ...found, cls: 'item' as const, answer: [...found.answer, ...rest] }
    : made('item', first.children, rest, line);
  return base.number === undefined && number !== undefined && number !== '0' ? { ...base, number } : base;
}

function paragraphCandidate(children: readonly PhrasingContent[], line: number): Candidate | undefined {
  const text = textOf(children);
  const prefix = readNumber(text);
  const [, body] = splitAt(children, prefix?.length ?? 0);
  const lead = leadingBold(trimmed(body));
  if (lead && (lead.whole || prefix || asks(textOf(lead.bold)) > 0.5)) {
    const strong = made('bold', lead.bold, paragraph(lead.rest, line), line);
    const outer = prefix
      ? {
          ...(prefix.number ? { number: prefix.number } : {}),
          marked: prefix.marked || strong.marked,
          prefix: text.slice(0, prefix.length) + strong.prefix,
        }
      : {};
    return { ...strong, ...outer, cls: prefix?.marked || strong.marked ? 'mark' : 'bold' };
  }
  const { question, rest } = cutQuestion(children, prefix !== undefined, prefix?.marked === true);
  const found = made(
    prefix?.marked ? 'mark' : prefix?.number || prefix?.odd ? 'number' : 'plain',
    question,
    paragraph(rest, line + lineCount(question)),
    line,
  );
  if (found.cls !== 'plain') return found;
  const short = textOf(question).length <= 220;
  return short && found.asks === 1 && endsAsking(textOf(question)) ? found : undefined;
}

function made(
  cls: string,
  children: readonly PhrasingContent[],
  answer: readonly RootContent[],
  line: number,
): Candidate {
  const text = textOf(children);
  const prefix = readNumber(text);
  const [taken, rest] = splitAt(children, prefix?.length ?? 0);
  const question = trimmed(rest);
  const kept = prefix !== undefined && !isBlank(question);
  const shown = kept ? question : trimmed(children);
  return {
    cls: cls as QuestionClass,
    question: shown,
    answer,
    ...(kept && prefix.number ? { number: prefix.number } : {}),
    ...(kept && prefix.odd ? { odd: prefix.odd } : {}),
    ...(kept && prefix.label ? { label: prefix.label } : {}),
    marked: kept && prefix.marked,
    asks: asks(textOf(shown)),
    line,
    prefix: kept ? textOf(taken) : '',
  };
}

function paragraph(children: readonly PhrasingContent[], line: number): RootContent[] {
  if (isBlank(children)) return [];
  const position = { start: { line, column: 1 }, end: { line, column: 1 } };
  return [{ type: 'paragraph', children: [...children], position }];
}

function lineCount(nodes: readonly PhrasingContent[]): number {
  return textOf(nodes).split('\n').length;
}
