import { compareNumbers } from '@octavo/core';
import type { Arranged } from '../model/arrangement.ts';
import { type Finding, finding } from '../model/finding.ts';

/** What is odd about the numbers of the source: restarts, disorder, gaps. */
export function sequenceFindings(chapters: readonly Arranged[], restarts: boolean): Finding[] {
  const findings: Finding[] = [];
  const [first] = chapters.flatMap(({ questions }) => questions);
  if (restarts && first)
    findings.push(
      finding(
        'number-restarts',
        'warning',
        first.found.place,
        'the numbers begin again in each chapter, so they are composed with the number of the chapter (2.3)',
        'Give --renumber to number from 1 to the end instead. Old numbers stay as aliases.',
      ),
    );
  const groups = restarts
    ? chapters.map(({ questions }) => questions)
    : [chapters.flatMap(({ questions }) => questions)];
  for (const questions of groups) {
    let before: string | undefined;
    for (const { found } of questions) {
      const { number } = found;
      if (number === undefined) continue;
      if (before !== undefined && compareNumbers(number, before) < 0)
        findings.push(
          finding(
            'number-out-of-order',
            'warning',
            found.place,
            `${number} comes after ${before}`,
            'A chapter shows its entries in the order of their numbers.',
          ),
        );
      const gap = before === undefined ? 0 : gapBetween(before, number);
      const missing = `${gap === 1 ? 'a number is' : `${gap} numbers are`} missing between ${before} and ${number}`;
      if (gap > 0) findings.push(finding('number-gap', 'info', found.place, missing));
      before = number;
    }
  }
  return findings;
}

/** Counts the whole numbers that lie between two numbers of one form. */
function gapBetween(before: string, after: string): number {
  const split = (number: string) => number.replace(/[A-Z]+$/, '').split('.');
  const [left, right] = [split(before), split(after)];
  if (left.length !== right.length || left.slice(0, -1).join('.') !== right.slice(0, -1).join('.')) return 0;
  const gap = Number(right.at(-1)) - Number(left.at(-1)) - 1;
  return gap > 0 && Number.isSafeInteger(gap) ? gap : 0;
}
