import type { List, ListItem, RootContent } from 'mdast';
import { place } from '../model/place.ts';
import { asks } from '../recognise/asks.ts';
import { LEADERS } from '../recognise/contents.ts';
import { ANSWER_MARK, QUESTION_MARK, toAscii } from '../recognise/marks.ts';
import { readNumber } from '../recognise/number.ts';
import { isAligned } from './aligned.ts';
import { headingLength, RULE, takeHeading } from './headings.ts';
import { isBullet, listOf } from './lists.ts';
import type { Role } from './numbering.ts';
import { dedent, indentOf, isCapitals, isCode } from './runs.ts';

/** The blocks of plain text, line by line; positions are lines. */
export function blocksOfText(lines: readonly string[], roles: ReadonlyMap<number, Role>): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at++;
    else if (roles.get(at) === 'chapter') blocks.push(chapter(line, ++at));
    else if (roles.get(at) === 'item') at = takeSteps(lines, at, roles, blocks);
    else if (isFence(line)) at = takeFence(lines, at, blocks);
    else if (headingLength(lines, at) > 0) at = takeHeading(lines, at, blocks);
    else if (RULE.test(line)) at++;
    else at = takeRun(lines, at, blocks, roles);
  }
  return blocks;
}

/** A numbered line above others that go on from its number. */
function chapter(line: string, number: number): RootContent {
  const depth = Math.min(6, 1 + (readNumber(line)?.number?.split('.').length ?? 1)) as 2;
  const value = line.trim().replace(/^(\d+)(?=\s)/, '$1.');
  return place({ type: 'heading', depth, children: [{ type: 'text', value }] }, number, number);
}

/** The steps of an answer: an ordered list, each item with what is indented below it. */
function takeSteps(
  lines: readonly string[],
  from: number,
  roles: ReadonlyMap<number, Role>,
  blocks: RootContent[],
): number {
  const items: ListItem[] = [];
  const indent = indentOf(lines[from] ?? '');
  let at = from;
  while (at < lines.length && roles.get(at) === 'item' && indentOf(lines[at] ?? '') === indent) {
    let end = at + 1;
    while (end < lines.length && !roles.has(end) && (lines[end] ?? '').trim() !== '') end++;
    const first = (lines[at] ?? '').slice(readNumber(lines[at] ?? '')?.length ?? 0);
    const line = at + 1;
    const inner = blocksOfText([first.trim(), ...dedent(lines.slice(line, end))], new Map()).map((block) =>
      place(block, line, end),
    ) as ListItem['children'];
    items.push(place({ type: 'listItem', spread: false, children: inner }, line, end));
    at = end;
    while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
    // Steps that are indented further belong to the last one.
    if (roles.get(at) === 'item' && indentOf(lines[at] ?? '') > indent) {
      const deeper: RootContent[] = [];
      at = takeSteps(lines, at, roles, deeper);
      items.at(-1)?.children.push(...(deeper as ListItem['children']));
    }
  }
  const start = Number(readNumber(lines[from] ?? '')?.number ?? 1);
  const first = Number.isInteger(start) ? start : 1;
  const list: List = { type: 'list', ordered: true, start: first, spread: false, children: items };
  blocks.push(place(list, from + 1, at));
  return at;
}

function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)/.test(line);
}

function takeFence(lines: readonly string[], at: number, blocks: RootContent[]): number {
  const [, mark = '```', info = ''] = /^\s*(```|~~~)\s*(.*)$/.exec(lines[at] ?? '') ?? [];
  const lang = /^[\w+#.-]+$/.test(info) ? info : undefined;
  const first = info !== '' && lang === undefined ? [info] : [];
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trim().startsWith(mark)) end++;
  const value = [...first, ...lines.slice(at + 1, end)].join('\n');
  blocks.push(place({ type: 'code', lang, value }, at + 1, end));
  return end + 1;
}

/** Lines whose dots lead to pages, as the list of contents that they are. */
function contentsOf(run: readonly string[], at: number): List {
  const children = run.map((line, index): ListItem => {
    const text = { type: 'text', value: line.trim() } as const;
    return place(
      { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [text] }] },
      at + index + 1,
    );
  });
  return { type: 'list', ordered: false, spread: false, children };
}

/** A run of lines up to a blank one, cut where a question, an answer or a list begins. */
function takeRun(
  lines: readonly string[],
  at: number,
  blocks: RootContent[],
  roles: ReadonlyMap<number, Role>,
): number {
  let end = at;
  while (
    end < lines.length &&
    !(end > at && (roles.get(end) === 'chapter' || roles.get(end) === 'item')) &&
    (lines[end] ?? '').trim() !== '' &&
    !isFence(lines[end] ?? '') &&
    !(end > at && headingLength(lines, end) > 0)
  )
    end++;
  const run = lines.slice(at, end);
  if (run.length > 1 && run.every((line) => LEADERS.test(line))) {
    blocks.push(place(contentsOf(run, at), at + 1, end));
    return end;
  }
  if (isCapitals(run)) {
    const value = run.map((line) => line.trim()).join(' ');
    blocks.push(place({ type: 'heading', depth: 2, children: [{ type: 'text', value }] }, at + 1, end));
    return end;
  }
  if (isCode(run) || isAligned(run)) {
    blocks.push(place({ type: 'code', value: dedent(run).join('\n') }, at + 1, end));
    return end;
  }
  for (const [from, to] of pieces(run, (index) =>
    roles.size > 0 ? roles.get(at + index) === 'question' : undefined,
  )) {
    const piece = run.slice(from, to);
    if (isBullet(piece[0] ?? '')) blocks.push(...listOf(piece, at + from));
    else blocks.push(paragraph(piece, at + from + 1));
  }
  return end;
}

function paragraph(lines: readonly string[], line: number): RootContent {
  const value = lines.map((text) => text.trim()).join('\n');
  return place({ type: 'paragraph', children: [{ type: 'text', value }] }, line, line + lines.length - 1);
}

/** Where a run is cut: before marks of questions and answers, before the first bullet, before numbered lines when there are several. */
function pieces(
  run: readonly string[],
  isQuestion: (index: number) => boolean | undefined,
): readonly (readonly [number, number])[] {
  const numbered = run.filter((line) => readNumber(line)?.number !== undefined).length;
  const asking = run.filter((line) => readNumber(line)?.number !== undefined && asks(line) > 0.5).length;
  const starts = [0];
  for (let at = 1; at < run.length; at++) {
    const line = toAscii(run[at] ?? '');
    const before = run[at - 1] ?? '';
    const marked = QUESTION_MARK.test(line) || ANSWER_MARK.test(line);
    const counted =
      isQuestion(at) ??
      (numbered >= 2 && readNumber(line)?.number !== undefined && (asking > 0 || numbered === run.length));
    const bullet = isBullet(line) && !isBullet(run[starts.at(-1) ?? 0] ?? '');
    const afterList =
      isBullet(run[starts.at(-1) ?? 0] ?? '') &&
      !isBullet(line) &&
      indentOf(line) <= indentOf(run[starts.at(-1) ?? 0] ?? '') &&
      /[.:!?]\s*$/.test(before);
    // A statement in a line of its own is cut off from the answer below it.
    const answer =
      isQuestion(at - 1) === true &&
      asks(before) === 0 &&
      /^\s*\p{Lu}/u.test(line) &&
      !/[,;:-]\s*$/.test(before);
    if (marked || counted || bullet || afterList || answer) starts.push(at);
  }
  return starts.map((from, index) => [from, starts[index + 1] ?? run.length] as const);
}
