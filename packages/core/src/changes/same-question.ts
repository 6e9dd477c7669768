import type { EntryWords } from '../model/change.ts';
import { saysSomething, tokens } from './tokens.ts';

/**
 * Says whether two texts under one number are one question, reworded, or two questions. They are one when the
 * question is nearly the same, the answer largely is, or both are half the same. Entries on one subject by
 * one author share a third of their words; those of the FAQ are told apart without error (see the test).
 *
 * @param withdrawn one of them is withdrawn: its answer says why and not what, so that the questions alone count
 */
export function sameQuestion(before: EntryWords, after: EntryWords, withdrawn = false): boolean {
  const question = likeness(before.question, after.question);
  const answer = withdrawn ? question : likeness(before.answer, after.answer);
  return question >= 0.85 || answer >= 0.5 || question + answer >= 1.15;
}

/**
 * How much two texts share, from 0 to 1: twice the number of common words divided by that of all words
 * (Dice's coefficient).
 */
export function likeness(before: string, after: string): number {
  const a = terms(before);
  const b = terms(after);
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const term of a) left.set(term, (left.get(term) ?? 0) + 1);
  let shared = 0;
  for (const term of b) {
    const count = left.get(term) ?? 0;
    if (count > 0) shared++;
    left.set(term, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/**
 * Words in lower case. Where a letter is a word, pairs of letters are used, because single letters are common
 * to all texts.
 */
function terms(text: string): readonly string[] {
  const words = tokens(text.toLowerCase().normalize('NFKC')).filter(saysSomething);
  return words.map((word, index) => (/^\p{Lo}\p{M}*$/u.test(word) ? word + (words[index + 1] ?? '') : word));
}
