import type { BodyContext } from '../body/context.ts';
import type { ClauseTree } from './clause-tree.ts';
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

/** A label that was found, and what stands around it. */
export interface LabelSite {
  readonly found: Found;
  /** Whether another label stands just before it, as in "(a) (i)". */
  readonly isChained: boolean;
  /** Whether its line begins a paragraph. */
  readonly begins: boolean;
  /** Whether an empty line stands before it. */
  readonly isApart: boolean;
  /** The labels that lines further below begin with. */
  readonly below: readonly Label[];
}

/** Puts a label where it belongs in the tree; false where it is only text. Reports `clause-order`. */
export function placeLabel(site: LabelSite, tree: ClauseTree, report: BodyContext['report']): boolean {
  const { found, isChained, isApart, below } = site;
  const { levels } = tree;
  const readings = readingsOf(found.label);
  const isStart = (reading: Reading): boolean =>
    isFirst(reading) && (!isWord(found.label, reading) || below.some((label) => mayFollow(label, reading)));
  const open = (depth: number, reading: Reading): true => {
    tree.open(depth, reading, found);
    return true;
  };
  const goOn = (depth: number, reading: Reading): true => {
    tree.goOn(depth, reading, found, isApart);
    return true;
  };
  let depth = levels.length;
  while (depth > 0 && isLeftOf(found, levels[depth - 1])) depth--;
  const isDeeper = isChained || isLeftOf(levels[depth - 1]?.found, { found });
  const first = readings.find(isStart);
  if (isDeeper && first) return open(depth, first);
  const next = isChained ? undefined : goesOn(readings, levels, depth, 0);
  if (next && !(first && opensRather(site, first, next.reading))) return goOn(next.depth, next.reading);
  const same = first && levels.slice(0, depth).findLast(({ reading }) => reading.kind === first.kind);
  if (first && same) return goOn(levels.indexOf(same), first);
  if (first) return open(depth, first);
  if (isChained) return false;
  const further = goesOn(readings, levels, levels.length, depth);
  if (further) return goOn(further.depth, further.reading);
  if (!isPlain(found.label)) return false;
  return misplaced(site, levels, isDeeper ? 0 : depth, report, { open, goOn, beyond: depth });
}

/** A label that follows nothing goes beside one of its kind, or begins a list. */
function misplaced(
  { found, begins }: LabelSite,
  levels: readonly Level[],
  within: number,
  report: BodyContext['report'],
  put: {
    readonly open: (depth: number, reading: Reading) => true;
    readonly goOn: (depth: number, reading: Reading) => true;
    readonly beyond: number;
  },
): boolean {
  const { label } = found;
  const readings = readingsOf(label);
  const beside = levels
    .slice(0, within)
    .findLastIndex((level) => readings.some(({ kind }) => kind === level.reading.kind));
  const level = levels[beside];
  const reading = readings.find(({ kind }) => kind === level?.reading.kind) ?? readings[0];
  if (!reading || (!level && (!begins || isWord(label, reading)))) return false;
  const expected = nextLabel(label, level?.reading ?? { ...reading, path: [0] });
  // One that is there already is told of by its address.
  const isRepeated = level?.list?.children.some((item) => item.label === label.text);
  if (!isRepeated)
    report('clause-order', {
      reason: level
        ? `"${label.text}" follows "${level.found.label.text}"`
        : `the clauses begin with "${label.text}"`,
      place: found.place,
      actual: label.text,
      expected,
      note: `Write clauses in order; one that was taken away stays as "${expected} [deleted]". If this is no label, write "${escaped(label)}".`,
    });
  return level ? put.goOn(beside, reading) : put.open(put.beyond, reading);
}

/** The innermost list that a label goes on with, from one depth down to another. */
function goesOn(
  readings: readonly Reading[],
  levels: readonly Level[],
  from: number,
  to: number,
): { readonly depth: number; readonly reading: Reading } | undefined {
  for (let depth = from - 1; depth >= to; depth--) {
    const reading = readings.find((one) => follows((levels[depth] as Level).reading, one));
    if (reading) return { depth, reading };
  }
  return undefined;
}

/** Of a label that is the next of one list and the first of another, as (i) is behind (h): the label below tells. */
function opensRather({ found, below }: LabelSite, first: Reading, next: Reading): boolean {
  const label = below.find(({ marks }) => marks === found.label.marks);
  return (
    label !== undefined &&
    mayFollow(label, first) &&
    !readingsOf(label).some((one) => one.suffix === '' && follows(next, one))
  );
}

/** "A." and "i." may begin a sentence. */
function isWord({ marks }: Label, { kind }: Reading): boolean {
  return marks === '.' && !kind.endsWith('1');
}
