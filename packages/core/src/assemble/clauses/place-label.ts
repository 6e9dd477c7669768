import type { BodyContext } from '../body-context.ts';
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
  readonly below: () => readonly Label[];
}

/** Where a label belongs: beside the clauses of an open list, or at the head of a list within so many others. */
interface Placement {
  readonly opens: boolean;
  readonly depth: number;
  readonly reading: Reading;
}

/** Puts a label where it belongs in the tree; false where it is only text. Reports `clause-order`. */
export function placeLabel(site: LabelSite, tree: ClauseTree, report: BodyContext['report']): boolean {
  const { levels } = tree;
  let depth = levels.length;
  while (depth > 0 && isLeftOf(site.found, levels[depth - 1])) depth--;
  const isDeeper = site.isChained || isLeftOf(levels[depth - 1]?.found, site);
  const placement =
    ordered(site, levels, depth, isDeeper) ??
    (site.isChained ? undefined : misplaced(site, levels, depth, isDeeper, report));
  if (!placement) return false;
  if (placement.opens) tree.open(placement.depth, placement.reading, site.found);
  else tree.goOn(placement.depth, placement.reading, site.found, site.isApart);
  return true;
}

/** Where a label belongs that follows another, or begins a list; `depth`: of the list that its column stands in. */
function ordered(
  site: LabelSite,
  levels: readonly Level[],
  depth: number,
  isDeeper: boolean,
): Placement | undefined {
  const { found, isChained, below } = site;
  const readings = readingsOf(found.label);
  const within = isChained ? undefined : belowItsNumber(readings, levels);
  if (within) return within;
  const first = readings.find(
    (reading) =>
      isFirst(reading) &&
      (!isWord(found.label, reading) || below().some((label) => mayFollow(label, reading))),
  );
  if (isDeeper && first) return { opens: true, depth, reading: first };
  const next = isChained ? undefined : goesOn(readings, levels, depth, 0);
  if (next && !(first && opensRather(site, first, next.reading))) return next;
  if (first) {
    const same = levels.slice(0, depth).findLastIndex(({ reading }) => reading.kind === first.kind);
    return same < 0 ? { opens: true, depth, reading: first } : { opens: false, depth: same, reading: first };
  }
  return isChained ? undefined : goesOn(readings, levels, levels.length, depth);
}

/** The first number within another, as 1.2.1 is within 1.2, whatever list has come between them. */
function belowItsNumber(readings: readonly Reading[], levels: readonly Level[]): Placement | undefined {
  const reading = readings.find((one) => one.path.length > 1 && isFirst(one));
  const outer = reading?.path.slice(0, -1).join('.');
  const depth = levels.findLastIndex(
    (level) =>
      level.reading.suffix === '' && level.reading.path.join('.') === outer && hasDigits(level.reading),
  );
  return reading && depth >= 0 ? { opens: true, depth: depth + 1, reading } : undefined;
}

/** A label that follows nothing goes beside one of its kind, or begins a list. */
function misplaced(
  { found, begins }: LabelSite,
  levels: readonly Level[],
  depth: number,
  isDeeper: boolean,
  report: BodyContext['report'],
): Placement | undefined {
  const { label } = found;
  if (!isPlain(label) || label.isGlued) return undefined;
  const readings = readingsOf(label);
  const beside = levels
    .slice(0, isDeeper ? 0 : depth)
    .findLastIndex((level) => readings.some(({ kind }) => kind === level.reading.kind));
  const level = levels[beside];
  const reading = readings.find(({ kind }) => kind === level?.reading.kind) ?? readings[0];
  if (!reading || (!level && (!begins || isWord(label, reading)))) return undefined;
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
      note: `${level ? 'Write clauses in order' : `Begin a line with "${expected}"`}; one that was taken away stays as "${expected} [deleted]". If this is no label, write "${escaped(label)}".`,
    });
  return level ? { opens: false, depth: beside, reading } : { opens: true, depth, reading };
}

/** The innermost list that a label goes on with, from one depth down to another. */
function goesOn(
  readings: readonly Reading[],
  levels: readonly Level[],
  from: number,
  to: number,
): Placement | undefined {
  for (let depth = from - 1; depth >= to; depth--) {
    const reading = readings.find((one) => follows((levels[depth] as Level).reading, one));
    if (reading) return { opens: false, depth, reading };
  }
  return undefined;
}

/**
 * Of a label that is the next of one list and the first of another, as (i) is behind (h): the next label below that
 * is no insertion tells. (ia) could be one of either list.
 */
function opensRather({ found, below }: LabelSite, first: Reading, next: Reading): boolean {
  const isNextOf = (label: Label, before: Reading) =>
    readingsOf(label).some((one) => one.suffix === '' && follows(before, one));
  const label = below().find(
    (one) => one.marks === found.label.marks && (isNextOf(one, first) || isNextOf(one, next)),
  );
  return label !== undefined && !isNextOf(label, next);
}

function hasDigits({ kind }: Reading): boolean {
  return /\d/.test(kind);
}

/** "A." and "i." may begin a sentence, and "(a)" a word. */
function isWord({ marks, isGlued = false }: Label, { kind }: Reading): boolean {
  return isGlued || (marks === '.' && !kind.endsWith('1'));
}
