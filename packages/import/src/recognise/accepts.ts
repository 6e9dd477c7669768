import { textOf } from '../model/text-of.ts';
import { type Candidate, isHeading } from './candidate.ts';
import type { Choice } from './choose.ts';
import { isPlainSection } from './plain-sections.ts';

/** A letter with a colon that is no "Q". */
const LETTER = /^\s*(?![QqＱ])\p{L}\s*\d*\s*[:：]/u;

/** Whether a candidate is a question, given how the questions around it are written. */
export function accepts(candidate: Candidate, choice: Choice, forced: boolean): boolean {
  const { cls, asks, number } = candidate;
  // "S:" is who speaks, or what a line is about, unless such lines ask.
  const marked = candidate.marked && (asks >= 0.6 || choice.asking >= 0.5 || !LETTER.test(candidate.prefix));
  if (candidate.question.length === 0) return false;
  const primary = cls === choice.primary;
  if (primary && (forced || choice.guessed))
    return forced || numberTellsAll(choice, number) || !isPlainSection(textOf(candidate.question));
  if (marked && (cls === 'mark' || cls === 'asked' || primary)) return true;
  if (isHeading(cls)) {
    if (isHeading(choice.primary)) return asks >= 0.6 || marked || (primary && numberTells(choice, number));
    return asks >= 0.8 || marked;
  }
  if (!primary) return cls === 'details' && !isHeading(choice.primary) && asks >= 0.6;
  if (cls === 'number') return asks >= 0.6 || (choice.asking >= 0.5 && number !== undefined);
  if (cls === 'details' || cls === 'term') return asks >= 0.6 || choice.asking >= 0.3;
  if (cls === 'plain') return asks === 1;
  return asks >= 0.6 || numberTells(choice, number);
}

/** Where nearly every question has a number, a number makes one. */
function numberTells({ numbered, asking }: Choice, number: string | undefined): boolean {
  return number !== undefined && numbered >= 0.6 && asking >= 0.3;
}

/** Where nothing asks and nearly all have a number, one with a number is no introduction beside them. */
function numberTellsAll({ numbered }: Choice, number: string | undefined): boolean {
  return number !== undefined && numbered >= 0.6;
}
