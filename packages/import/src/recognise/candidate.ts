import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { lineOf, place } from '../model/place.ts';
import { textOf } from '../model/text-of.ts';
import { asks, endsAsking } from './asks.ts';
import { cutQuestion } from './cut-question.ts';
import { leadingBold } from './leading-bold.ts';
import { type Prefix, readNumber } from './number.ts';
import { isBlank, splitAt, trimmed } from './phrasing.ts';

/** The ways in which people write a question. */
export type QuestionClass =
  | `h${1 | 2 | 3 | 4 | 5 | 6}`
  | 'asked'
  | 'mark'
  | 'details'
  | 'term'
  | 'number'
  | 'bold'
  | 'item'
  | 'plain';
export const CLASSES: readonly QuestionClass[] =
  'h1 h2 h3 h4 h5 h6 asked mark details term number bold item plain'.split(' ') as readonly QuestionClass[];

/** Whether questions written in a way are headings. */
export function isHeading(cls: QuestionClass): boolean {
  return /^h\d$/.test(cls);
}

/** A block that may be a question, and what of it would be the question and what the answer. */
export interface Candidate extends Pick<Prefix, 'number' | 'odd' | 'label' | 'marked'> {
  readonly cls: QuestionClass;
  readonly question: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  /** How much it reads like a question; see `asks`. */
  readonly asks: number;
  readonly line: number;
  /** What was taken off as number or mark. */
  readonly prefix: string;
}

/** What a block was found to be, by its content: it is asked for whenever a document is looked through. */
const known = new WeakMap<readonly PhrasingContent[], { readonly candidate: Candidate | undefined }>();

/** What a block could be; undefined for what is never a question. */
export function candidateOf(block: RootContent): Candidate | undefined {
  if (block.type !== 'heading' && block.type !== 'paragraph') return readCandidate(block);
  const found = known.get(block.children) ?? { candidate: readCandidate(block) };
  known.set(block.children, found);
  return found.candidate;
}

function readCandidate(block: RootContent): Candidate | undefined {
  const line = lineOf(block);
  if (block.type === 'heading') return made(`h${block.depth}`, block.children, [], line);
  if (block.type === 'paragraph') return paragraphCandidate(block.children, line);
  if (block.type !== 'containerDirective') return undefined;
  const { title, rest } = splitTitle(block);
  if (block.name.startsWith('asked')) return { ...made('asked', title, rest, line), marked: true };
  if (isContainer(block, 'details')) return made('details', title, rest, line);
  return isContainer(block, 'term') ? made('term', title, rest, line) : undefined;
}

/** The candidates that a list's items are. */
export function itemCandidates(list: List): readonly Candidate[] {
  return list.children.map((item, at) =>
    itemCandidate(item, list.ordered ? String((list.start ?? 1) + at) : undefined),
  );
}

function itemCandidate(item: ListItem, number: string | undefined): Candidate {
  const line = lineOf(item);
  const [first, ...rest] = item.children;
  if (first?.type === 'heading') {
    const found = made('item', first.children, rest, line);
    return { ...found, number: number ?? found.number };
  }
  if (first?.type !== 'paragraph') return made('item', [], item.children, line);
  const found = paragraphCandidate(first.children, line);
  const base = found
    ? { ...found, cls: 'item' as const, answer: [...found.answer, ...rest] }
    : made('item', first.children, rest, line);
  return base.number === undefined && number !== '0' ? { ...base, number } : base;
}

function paragraphCandidate(children: readonly PhrasingContent[], line: number): Candidate | undefined {
  const text = textOf(children);
  const prefix = readNumber(text);
  const [, body] = splitAt(children, prefix?.length ?? 0);
  const lead = leadingBold(trimmed(body));
  if (lead && (lead.whole || prefix || asks(textOf(lead.bold)) > 0.5)) {
    const strong = made('bold', lead.bold, paragraph(lead.rest, line), line);
    const marked = prefix?.marked === true || strong.marked;
    const cls = marked ? 'mark' : 'bold';
    if (!prefix) return { ...strong, cls };
    const before = text.slice(0, prefix.length) + strong.prefix;
    return { ...strong, cls, marked, number: prefix.number ?? strong.number, prefix: before };
  }
  const { question, rest } = cutQuestion(children, prefix !== undefined, prefix?.marked === true);
  const cls = prefix?.marked ? 'mark' : prefix?.number || prefix?.odd ? 'number' : 'plain';
  const asked = textOf(question);
  const found = made(cls, question, paragraph(rest, line + asked.split('\n').length), line);
  const isAsking = asked.length <= 220 && found.asks === 1 && endsAsking(asked);
  return cls !== 'plain' || isAsking ? found : undefined;
}

function made(
  cls: QuestionClass,
  children: readonly PhrasingContent[],
  answer: readonly RootContent[],
  line: number,
): Candidate {
  const prefix = readNumber(textOf(children));
  const [taken, rest] = splitAt(children, prefix?.length ?? 0);
  const without = trimmed(rest);
  // A number alone is the question itself.
  const kept = isBlank(without) ? undefined : prefix;
  const question = kept ? without : trimmed(children);
  return {
    cls,
    question,
    answer,
    number: kept?.number,
    odd: kept?.odd,
    label: kept?.label,
    marked: kept?.marked === true,
    asks: asks(textOf(question)),
    line,
    prefix: kept ? textOf(taken) : '',
  };
}

function paragraph(children: readonly PhrasingContent[], line: number): RootContent[] {
  return isBlank(children) ? [] : [place({ type: 'paragraph', children: [...children] }, line)];
}
