import type { Paragraph } from 'mdast';
import type { Block } from '../../model/answer.ts';
import type { BodyContext } from '../body/context.ts';
import type { Item } from '../body/raw-html.ts';
import {
  escaped,
  follows,
  isFirst,
  isPlain,
  type Label,
  mayFollow,
  nextLabel,
  type Reading,
  readingsOf,
} from './label.ts';
import { isLeftOf, type Level } from './level.ts';
import type { Found } from './lines.ts';
import { type Token, tokensOf } from './tokens.ts';

type LineToken = Token & { readonly type: 'line' };
/** How far a text is looked through for the label that goes on with a list. */
const AHEAD = 200;

/**
 * The blocks of an answer whose labels make clauses. A label further in than the one before it opens a level
 * below it; one that follows an open one in its kind belongs beside it; the first of a kind opens a level at any
 * column. What goes on in a label's paragraph, or stands further in than it, is the clause's. Reports labels
 * that are out of order (`clause-order`). `convert` makes the blocks of what is no clause.
 */
export function clauseBlocks(
  items: readonly Item[],
  context: BodyContext,
  convert: (items: readonly Item[], context: BodyContext) => readonly Block[],
): readonly Block[] {
  const tokens = tokensOf(items, context);
  const root: Block[] = [];
  const levels: Level[] = [];
  let text: Paragraph['children'] = [];
  let run: Item[] = [];
  let at = 0;
  let lastLine = 0;
  for (const token of tokens) {
    if (token.type === 'line') readLine(token);
    else {
      flush();
      leave(token, token.item.type === 'heading');
      run.push(token.item);
    }
    lastLine = token.endLine;
    at++;
  }
  flush();
  return root;

  /** How many levels the text stands in. Only the last one can have been left. */
  function openDepth(): number {
    return levels.at(-1)?.list ? levels.length : Math.max(0, levels.length - 1);
  }

  function flush(): void {
    if (text.length > 0) {
      const [start, end] = [text[0]?.position?.start, text.at(-1)?.position?.end];
      run.push({ type: 'paragraph', children: text, ...(start && end ? { position: { start, end } } : {}) });
    }
    if (run.length > 0) (levels[openDepth() - 1]?.inside ?? root).push(...convert(run, context));
    text = [];
    run = [];
  }

  function readLine(token: LineToken): void {
    const taken = token.labels.findIndex((found, index) => !place(found, token, index > 0));
    const count = taken < 0 ? token.labels.length : taken;
    const said = token.labels[count]?.text ?? token.nodes;
    if (count > 0) text = [...said];
    else if (!token.begins && text.length > 0 && token.column >= (levels[openDepth() - 1]?.found.column ?? 0))
      text.push({ type: 'text', value: '\n' }, ...said);
    else {
      flush();
      leave(token, false);
      text = [...said];
    }
  }

  /**
   * Leaves the clauses that a text is not in: those whose labels it does not stand further in than. Where a later
   * label goes on with one of them, the text is between its list's clauses, or in the clause before that label.
   */
  function leave({ column }: Token, isHeading: boolean): void {
    const open = openDepth();
    let depth = open;
    while (depth > 0 && column <= (levels[depth - 1]?.found.column ?? 0)) depth--;
    const ahead = isHeading || depth === open ? undefined : goingOn();
    if (ahead) depth = Math.max(depth, ahead.isNext ? ahead.depth : ahead.depth + 1);
    levels.length = Math.min(levels.length, depth + 1);
    const left = levels[depth];
    if (left) left.list = undefined;
  }

  /** The level that a label below goes on with, and whether that is the next label of all. */
  function goingOn(): { readonly depth: number; readonly isNext: boolean } | undefined {
    let isNext = true;
    for (const label of labelsBelow()) {
      const depth = levels.findLastIndex(({ reading }) => mayFollow(label, reading));
      if (depth >= 0) return { depth, isNext };
      isNext = false;
    }
    return undefined;
  }

  function* labelsBelow(): Generator<Label> {
    for (const token of tokens.slice(at + 1, at + AHEAD))
      if (token.type === 'line' && token.labels[0]) yield token.labels[0].label;
  }

  /** Puts a label where it belongs; false where it is only text. */
  function place(found: Found, token: LineToken, isChained: boolean): boolean {
    const { label } = found;
    const readings = readingsOf(label);
    let depth = levels.length;
    while (depth > 0 && isLeftOf(found, levels[depth - 1])) depth--;
    const isDeeper = isChained || isLeftOf(levels[depth - 1]?.found, { found });
    const first = readings.find(
      (reading) => isFirst(reading) && (!isWord(label, reading) || leadsOn(reading)),
    );
    if (isDeeper && first) return open(depth, first, found);
    const next = isChained ? undefined : goesOn(readings, depth, 0);
    if (next && !(first && opensRather(label, first, next.reading))) return goOn(next, found, token);
    const same = first && levels.slice(0, depth).findLast(({ reading }) => reading.kind === first.kind);
    if (first && same) return goOn({ depth: levels.indexOf(same), reading: first }, found, token);
    if (first) return open(depth, first, found);
    if (isChained) return false;
    const further = goesOn(readings, levels.length, depth);
    if (further) return goOn(further, found, token);
    return isPlain(label) && misplaced(found, token, isDeeper, depth);
  }

  /** A label that follows nothing: beside one of its kind, or where a list begins with it. */
  function misplaced(found: Found, token: LineToken, isDeeper: boolean, depth: number): boolean {
    const { label } = found;
    const readings = readingsOf(label);
    const beside = isDeeper
      ? -1
      : levels
          .slice(0, depth)
          .findLastIndex((level) => readings.some(({ kind }) => kind === level.reading.kind));
    const level = levels[beside];
    const reading = readings.find(({ kind }) => kind === level?.reading.kind) ?? readings[0];
    if (!reading || (!level && (!token.begins || isWord(label, reading)))) return false;
    const expected = nextLabel(label, level?.reading ?? { ...reading, path: [0] });
    // One that is there already is told of by its address.
    const isRepeated = level?.list?.children.some((item) => item.label === label.text);
    if (!isRepeated)
      context.report('clause-order', {
        reason: level
          ? `"${label.text}" follows "${level.found.label.text}"`
          : `the clauses begin with "${label.text}"`,
        place: found.place,
        actual: label.text,
        expected,
        note: `Write clauses in order; one that was taken away stays as "${expected} [deleted]". If this is no label, write "${escaped(label)}".`,
      });
    return level ? goOn({ depth: beside, reading }, found, token) : open(depth, reading, found);
  }

  function goesOn(readings: readonly Reading[], from: number, to: number) {
    for (let depth = from - 1; depth >= to; depth--) {
      const reading = readings.find((one) => follows((levels[depth] as Level).reading, one));
      if (reading) return { depth, reading };
    }
    return undefined;
  }

  /** Of a label that is the next of one list and the first of another, as (i) is behind (h): the label below tells. */
  function opensRather({ marks }: Label, first: Reading, next: Reading): boolean {
    for (const label of labelsBelow())
      if (label.marks === marks)
        return (
          mayFollow(label, first) && !readingsOf(label).some((one) => one.suffix === '' && follows(next, one))
        );
    return false;
  }

  /** Whether a label below follows. */
  function leadsOn(reading: Reading): boolean {
    for (const label of labelsBelow()) if (mayFollow(label, reading)) return true;
    return false;
  }

  function open(wanted: number, reading: Reading, found: Found): true {
    flush();
    // A clause that was left does not go on behind the text that came since.
    const depth = levels[wanted - 1]?.list === undefined ? Math.max(0, wanted - 1) : wanted;
    levels.length = depth;
    const around = levels[depth - 1]?.inside ?? root;
    const level: Level = { reading, found, around, list: undefined, inside: [] };
    levels.push(level);
    begin(level, found);
    return true;
  }

  function goOn(
    { depth, reading }: { depth: number; reading: Reading },
    found: Found,
    token: LineToken,
  ): true {
    flush();
    levels.length = depth + 1;
    const level = levels[depth] as Level;
    Object.assign(level, { reading, found });
    if (level.list && token.line > lastLine + 1) level.list.spread = true;
    begin(level, found);
    return true;
  }

  function begin(level: Level, { label, place: start }: Found): void {
    const position = { start, end: start };
    if (!level.list) {
      level.list = { type: 'list', ordered: true, labelled: true, spread: false, children: [], position };
      level.around.push(level.list);
    }
    level.inside = [];
    level.list.children.push({
      type: 'listItem',
      label: label.text,
      spread: false,
      children: level.inside,
      position,
    });
  }
}

/** "A." and "i." may begin a sentence. */
function isWord({ marks }: Label, { kind }: Reading): boolean {
  return marks === '.' && !kind.endsWith('1');
}
