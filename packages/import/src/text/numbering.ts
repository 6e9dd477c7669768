import { groupBy } from '@octavo/core';
import { plainKey } from '../model/text-of.ts';
import { asks } from '../recognise/asks.ts';
import { isContentsTitle } from '../recognise/contents.ts';
import { QUESTION_MARK, toAscii } from '../recognise/marks.ts';
import { readNumber } from '../recognise/number.ts';

/** What a numbered line of plain text is. */
export type Role = 'contents' | 'chapter' | 'question' | 'item';

interface Numbered {
  readonly at: number;
  readonly indent: number;
  /** The number as a list, `1.2` as [1, 2]. Letters before it are apart. */
  readonly path: readonly number[];
  readonly letters: string;
  readonly text: string;
  readonly asks: boolean;
  /** A letter (`A.`) or a bare digit (`1 Paying`): a number only where others go on from it. */
  readonly weak: boolean;
  /** It says that it is a question: `Q1a)`. */
  readonly marked: boolean;
}

/**
 * What each numbered line is, by its level, its indentation, its place and what comes again: the contents
 * at the head, chapters (1 above 1.1), questions, and the steps of an answer. Where no numbered line asks,
 * the contents alone are said, and the steps under marked questions.
 */
export function numberedRoles(lines: readonly string[]): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  const all = lines.flatMap((line, at) => numberedLine(lines, line, at));
  const contents = contentsAt(lines, all);
  for (let at = contents.from; at < contents.to; at++)
    if ((lines[at] ?? '').trim() !== '') roles.set(at, 'contents');
  const outside = all.filter(({ at }) => at < contents.from || at >= contents.to);
  const rest = outside.filter((one, index) => !one.weak || chapterOf(outside, index));
  const asking = rest.filter((one) => one.asks);
  if (asking.length === 0) {
    for (const { at } of markedSteps(lines, rest)) roles.set(at, 'item');
    return roles;
  }
  const base = commonest(asking.map(({ indent }) => indent));
  let before: Numbered | undefined;
  let passed = 0;
  for (const [index, one] of rest.entries()) {
    const isQuestion = one.asks && (one.marked || one.indent <= base + 2);
    if (one.asks) passed++;
    const isBetween = one.indent <= base + 1 && fits(one, before, asking[passed]);
    roles.set(
      one.at,
      isQuestion ? 'question' : (chapterOf(rest, index) ?? (isBetween ? 'question' : 'item')),
    );
    if (one.asks) before = one;
  }
  return roles;
}

/** Numbered lines that go on from one another within an answer, in a text whose questions are marked (`Q:`) and have no numbers. */
function markedSteps(lines: readonly string[], all: readonly Numbered[]): readonly Numbered[] {
  const marks = lines.flatMap((line, at) => (QUESTION_MARK.test(toAscii(line.slice(0, 80))) ? [at] : []));
  if (marks.length < 2) return [];
  let passed = 0;
  const answers = groupBy(all, ({ at }) => {
    while ((marks[passed] ?? Number.POSITIVE_INFINITY) <= at) passed++;
    return passed;
  });
  const isCounted = (steps: readonly Numbered[], mark = -1) =>
    mark >= 0 && steps.length > 1 && steps.every(({ at, path }, index) => at > mark && path[0] === index + 1);
  return [...answers].flatMap(([after, steps]) => (isCounted(steps, marks[after - 1]) ? steps : []));
}

function numberedLine(lines: readonly string[], written: string, at: number): Numbered[] {
  const line = toAscii(written);
  const prefix = /\d|^\s*[A-Z][.)]\s/.test(line.slice(0, 40)) ? readNumber(line) : undefined;
  const lone = prefix ? undefined : /^\s*([A-Z](?=[.)])|\d{1,3}(?=\s+\p{Lu}))[.)]?\s+(?=\S)/u.exec(line);
  const number = prefix?.label ?? prefix?.number ?? lone?.[1];
  if (number === undefined || /^\s*(?:19|20)\d\d\b/.test(line)) return [];
  const [, letters = '', digits = ''] = /^([A-Z]*)[-.]?([\d.]*)/.exec(number) ?? [];
  const text = line.slice(prefix?.length ?? lone?.[0].length ?? 0).trim();
  const next = (lines[at + 1] ?? '').trim();
  // A question may go on in the next line.
  const whole = asks(text) < 1 && next !== '' && !readNumber(next) ? `${text} ${next}` : text;
  return [
    {
      at,
      indent: /^\s*/.exec(line.replaceAll('\t', '    '))?.[0].length ?? 0,
      path: digits.split('.').filter(Boolean).map(Number),
      letters,
      text,
      weak: lone !== null && prefix === undefined,
      marked: prefix?.marked === true,
      asks: asks(text) >= 0.6 || (asks(whole) === 1 && /[?？؟]/.test(next)),
    },
  ];
}

/** So many later lines with the number of one may be its entry in the text. */
const MOST_TWINS = 20;

/** Where a contents list is: numbered lines at the head that nearly all come again. */
function contentsAt(
  lines: readonly string[],
  all: readonly Numbered[],
): { readonly from: number; readonly to: number } {
  const none = { from: 0, to: 0 };
  const [first] = all;
  if (!first) return none;
  const twins = new Map<Numbered, readonly Numbered[]>();
  for (const same of groupBy(all, numberOf).values())
    for (const [index, one] of same.entries()) twins.set(one, same.slice(index + 1, index + 1 + MOST_TWINS));
  const twin = (one: Numbered) => twins.get(one)?.find((other) => isAgain(one, other));
  const start = twin(first);
  if (!start) return none;
  // The list ends where its first line comes again, or the chapter above it.
  const listed = all.filter(({ at }) => at < start.at);
  const found = listed.filter((one) => twin(one) !== undefined).length;
  const title = lines.slice(0, first.at).findLastIndex((line) => line.trim() !== '' && !/^\W+$/.test(line));
  const announced = title >= 0 && isContentsTitle(lines[title] ?? '');
  if (found < listed.length * 0.6 || (found < 3 && !announced)) return none;
  const last = listed.at(-1)?.at ?? first.at;
  let to = last + 1;
  while (to < start.at && (lines[to] ?? '').trim() !== '') to++;
  return { from: announced ? title : first.at, to };
}

function numberOf({ letters, path }: Numbered): string {
  return `${letters} ${path.join('.')}`;
}

/** Whether the words of a line are mostly those of another. */
function isAgain(one: Numbered, other: Numbered): boolean {
  const words = new Set(plainKey(other.text).split(' '));
  const own = plainKey(one.text.replace(/[.\s]{3,}\d*$/, '')).split(' ');
  return own.filter((word) => words.has(word)).length >= Math.max(1, own.length * 0.5);
}

/** A line that does not ask, above lines that go on from its number: 1 above 1.1, A above A1. */
function chapterOf(all: readonly Numbered[], index: number): Role | undefined {
  const one = all[index];
  const next = all[index + 1];
  if (!one || !next || one.asks || next.indent < one.indent) return undefined;
  const below =
    next.letters === one.letters &&
    next.path.length === one.path.length + 1 &&
    one.path.every((part, at) => next.path[at] === part);
  return below ? 'chapter' : undefined;
}

/** A line that does not ask is a question too where its number lies between those of the questions around it. */
function fits(one: Numbered, before: Numbered | undefined, after: Numbered | undefined): boolean {
  const above = before === undefined || (compare(before, one) < 0 && before.path.length === one.path.length);
  const under = after === undefined || compare(one, after) < 0;
  // Steps under the last question begin again at 1; a statement goes on from it.
  return (
    before !== undefined &&
    above &&
    under &&
    (after !== undefined || one.path.at(-1) === (before.path.at(-1) ?? 0) + 1)
  );
}

function compare(a: Numbered, b: Numbered): number {
  if (a.letters !== b.letters) return a.letters < b.letters ? -1 : 1;
  for (let at = 0; at < Math.max(a.path.length, b.path.length); at++) {
    const by = (a.path[at] ?? -1) - (b.path[at] ?? -1);
    if (by !== 0) return by;
  }
  return 0;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
