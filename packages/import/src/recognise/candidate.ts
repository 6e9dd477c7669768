import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { asks, endsAsking } from './asks.ts';
import { ANSWER_MARK, toAscii } from './marks.ts';
import { readNumber } from './number.ts';
import { isBlank, joinLines, linesOf, splitAt, trimmed } from './phrasing.ts';

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
  const { question, rest } = cut(children, prefix !== undefined, prefix?.marked === true);
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

/** Bold text that a paragraph begins with. */
function leadingBold(
  children: readonly PhrasingContent[],
): { bold: PhrasingContent[]; rest: PhrasingContent[]; whole: boolean } | undefined {
  const [first, ...rest] = children;
  if (!first) return undefined;
  const inner =
    first.type === 'strong'
      ? first.children
      : first.type === 'emphasis' && first.children.length === 1 && first.children[0]?.type === 'strong'
        ? first.children[0].children
        : first.type === 'link' && first.children.length === 1 && first.children[0]?.type === 'strong'
          ? [{ ...first, children: first.children[0].children }]
          : undefined;
  if (!inner) return undefined;
  const bold: PhrasingContent[] = [...inner];
  let after = trimmed(rest);
  // A question mark or more bold text may stand right behind.
  for (let next = after[0]; next; next = after[0]) {
    if (next.type === 'strong') bold.push({ type: 'text', value: ' ' }, ...next.children);
    else if (next.type === 'text' && /^\s*[?？؟:.]\s*$/.test(next.value)) bold.push(next);
    else break;
    after = after.slice(1);
  }
  const [start] = after;
  if (start?.type === 'text' && /^[?？؟]\s/.test(start.value)) {
    bold.push({ type: 'text', value: start.value[0] ?? '' });
    after = trimmed([{ ...start, value: start.value.slice(1) }, ...after.slice(1)]);
  }
  return { bold, rest: after, whole: after.length === 0 };
}

/** Where the question of a paragraph ends: at the line that ends in a question mark, before "A:", or (behind a number) at the first question mark. */
function cut(
  children: readonly PhrasingContent[],
  numbered: boolean,
  marked: boolean,
): { question: PhrasingContent[]; rest: PhrasingContent[] } {
  const lines = linesOf(children);
  const texts = lines.map((line) => textOf(line));
  const answerAt = texts.findIndex((text, at) => at > 0 && ANSWER_MARK.test(toAscii(text)));
  const limit = answerAt > 0 ? answerAt : lines.length;
  for (let count = 1; count <= Math.min(limit, 8); count++) {
    const text = texts.slice(0, count).join(' ');
    if (endsAsking(text))
      return { question: joinLines(lines.slice(0, count)), rest: joinLines(lines.slice(count)) };
    const inner = numbered ? /[?？؟]["'”’)\]]*\s/.exec(text) : undefined;
    if (inner && count === limit) {
      const [question, rest] = splitAt(
        joinLines(lines),
        texts.slice(0, count).join(' ').length < inner.index ? 0 : inner.index + inner[0].length,
      );
      return { question: trimmed(question), rest: trimmed(rest) };
    }
    if (inner && texts.slice(0, count).join(' ').length > inner.index + 1) {
      const [question, rest] = splitAt(joinLines(lines), inner.index + inner[0].length);
      return { question: trimmed(question), rest: trimmed(rest) };
    }
  }
  if (answerAt > 0)
    return { question: joinLines(lines.slice(0, answerAt)), rest: joinLines(lines.slice(answerAt)) };
  const whole = marked || texts.join(' ').length <= 200;
  const count = whole ? lines.length : 1;
  return { question: joinLines(lines.slice(0, count)), rest: joinLines(lines.slice(count)) };
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
