import { compareNumbers } from '@octavo/core';
import type { Finding } from '../model/finding.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import type { Arranged, Placed } from './arrange.ts';

export interface Numbered {
  /** The number of each question. */
  readonly numbers: ReadonlyMap<Placed, string>;
  /** Numbers of the source that are no longer theirs. */
  readonly old: ReadonlyMap<Placed, string>;
  /** The numbers are ours: the source had none. */
  readonly assigned: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Numbers for all questions. Those of the source are kept; where they restart in every chapter they are
 * composed with the chapter's (2.3), or given anew with `renumber`; a question without one gets the next
 * that is free, a suffix (12A) between neighbours. Gaps, repeats and disorder are reported.
 */
export function assignNumbers(chapters: readonly Arranged[], renumber: boolean): Numbered {
  const all = chapters.flatMap(({ questions }) => questions);
  const having = all.filter(({ found }) => found.number !== undefined);
  const numbers = new Map<Placed, string>();
  const old = new Map<Placed, string>();
  // A stray number among unnumbered questions is no numbering.
  if (having.length < Math.max(1, all.length * 0.3)) {
    all.forEach((placed, at) => {
      numbers.set(placed, String(at + 1));
      if (placed.found.number !== undefined) old.set(placed, placed.found.number);
    });
    return { numbers, old, assigned: true, findings: [] };
  }
  const restarts = restartsPerChapter(chapters);
  const findings = sequenceFindings(chapters, restarts);
  if (renumber) {
    all.forEach((placed, at) => {
      numbers.set(placed, String(at + 1));
      const { number } = placed.found;
      if (number !== undefined && number !== String(at + 1)) old.set(placed, number);
    });
    return { numbers, old, assigned: true, findings };
  }
  const wanted = (placed: Placed, chapter: number) =>
    placed.found.number === undefined
      ? undefined
      : restarts
        ? `${chapter + 1}.${placed.found.number}`
        : placed.found.number;
  const taken = new Set<string>();
  const first = new Map<string, Placed>();
  chapters.forEach(({ questions }, chapter) => {
    for (const placed of questions) {
      const number = wanted(placed, chapter);
      if (number !== undefined && !first.has(number)) {
        first.set(number, placed);
        taken.add(number);
      }
    }
  });
  chapters.forEach(({ questions }, chapter) => {
    let before: string | undefined;
    for (const placed of questions) {
      const number = wanted(placed, chapter);
      const kept = number !== undefined && first.get(number) === placed;
      const given = kept
        ? number
        : free(before ?? (restarts ? `${chapter + 1}` : undefined), taken, restarts && before === undefined);
      taken.add(given);
      numbers.set(placed, given);
      before = given;
      if (placed.found.number !== undefined && placed.found.number !== given)
        old.set(placed, placed.found.number);
      if (!kept)
        findings.push({
          kind: number === undefined ? 'number-given' : 'number-repeated',
          severity: number === undefined ? 'info' : 'warning',
          place: placed.found.place,
          reason:
            number === undefined
              ? `"${excerpt(textOf(placed.found.question), 60)}" has no number; it becomes ${given}`
              : `${number} is there twice; "${excerpt(textOf(placed.found.question), 60)}" becomes ${given}`,
        });
    }
  });
  return { numbers, old, assigned: false, findings };
}

/** The next number after one, when it is free; else that one with a letter. */
function free(before: string | undefined, taken: ReadonlySet<string>, first: boolean): string {
  if (before === undefined || first) {
    const prefix = first && before !== undefined ? `${before}.` : '';
    for (let at = 1; ; at++) if (!taken.has(`${prefix}${at}`)) return `${prefix}${at}`;
  }
  const parts = before.replace(/[A-Z]+$/, '').split('.');
  const next = [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.');
  if (!taken.has(next) && !/[A-Z]$/.test(before)) return next;
  const base = parts.join('.');
  for (let at = 0; at < 26 * 27; at++) {
    const letters = at < 26 ? letter(at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;
    if (!taken.has(`${base}${letters}`)) return `${base}${letters}`;
  }
  for (let at = 1; ; at++) if (!taken.has(`${base}.${at}`)) return `${base}.${at}`;
}

function letter(at: number): string {
  return String.fromCharCode(65 + at);
}

/** Numbers that begin again in every chapter: most of the repeated ones are repeated across chapters, none within. */
function restartsPerChapter(chapters: readonly Arranged[]): boolean {
  if (chapters.length < 2) return false;
  const seen = new Map<string, number>();
  for (const { questions } of chapters) {
    for (const number of new Set(questions.map(({ found }) => found.number)))
      if (number !== undefined) seen.set(number, (seen.get(number) ?? 0) + 1);
  }
  const repeated = [...seen.values()].filter((count) => count > 1).length;
  const starts = chapters.filter(({ questions }) =>
    questions.some(({ found }) => found.number === '1'),
  ).length;
  return repeated > 0 && (starts >= 2 || repeated >= seen.size * 0.3);
}

function sequenceFindings(chapters: readonly Arranged[], restarts: boolean): Finding[] {
  const findings: Finding[] = [];
  const [first] = chapters.flatMap(({ questions }) => questions);
  if (restarts && first)
    findings.push({
      kind: 'number-restarts',
      severity: 'warning',
      place: first.found.place,
      reason:
        'the numbers begin again in each chapter, so they are composed with the number of the chapter (2.3)',
      note: 'Give --renumber to number from 1 to the end instead. Old numbers stay as aliases.',
    });
  const groups = restarts
    ? chapters.map(({ questions }) => questions)
    : [chapters.flatMap(({ questions }) => questions)];
  for (const questions of groups) {
    let before: string | undefined;
    for (const { found } of questions) {
      const { number } = found;
      if (number === undefined) continue;
      if (before !== undefined && compareNumbers(number, before) < 0)
        findings.push({
          kind: 'number-out-of-order',
          severity: 'warning',
          place: found.place,
          reason: `${number} comes after ${before}`,
          note: 'A chapter shows its entries in the order of their numbers.',
        });
      const gap = before === undefined ? 0 : gapBetween(before, number);
      if (gap > 0)
        findings.push({
          kind: 'number-gap',
          severity: 'info',
          place: found.place,
          reason: `${gap === 1 ? 'a number is' : `${gap} numbers are`} missing between ${before} and ${number}`,
        });
      before = number;
    }
  }
  return findings;
}

/** How many whole numbers lie between two of one form. */
function gapBetween(before: string, after: string): number {
  const split = (number: string) => number.replace(/[A-Z]+$/, '').split('.');
  const [left, right] = [split(before), split(after)];
  if (left.length !== right.length || left.slice(0, -1).join('.') !== right.slice(0, -1).join('.')) return 0;
  const gap = Number(right.at(-1)) - Number(left.at(-1)) - 1;
  return gap > 0 && Number.isSafeInteger(gap) ? gap : 0;
}
