import { distance } from 'fastest-levenshtein';
import { plainKey } from '../model/text-of.ts';
import type { EntryText } from './entry-texts.ts';
import { nearest, vectorsOf } from './vectors.ts';

/** Two entries that may have to do with one another; `score` from 0 to 1. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly what: 'same question' | 'similar question' | 'similar answer' | 'link';
  readonly score: number;
}

const LISTED = 30;

/** Entries whose questions or answers say nearly the same, the most alike first. */
export function similarEntries(texts: readonly EntryText[]): readonly Pair[] {
  const questions = vectorsOf(texts.map(({ question }) => question));
  const answers = vectorsOf(texts.map(({ answer }) => answer));
  const pairs = new Map<string, Pair>();
  const add = (a: number, b: number, what: Pair['what'], score: number) => {
    const [from, to] = [texts[Math.min(a, b)]?.number ?? '', texts[Math.max(a, b)]?.number ?? ''];
    const key = `${from} ${to}`;
    if (a !== b && (pairs.get(key)?.score ?? 0) < score)
      pairs.set(key, { from, to, what, score: Math.round(score * 100) / 100 });
  };
  const same = new Map<string, number>();
  texts.forEach(({ question }, at) => {
    const key = plainKey(question);
    const first = same.get(key);
    if (first === undefined) same.set(key, at);
    else add(first, at, 'same question', 1);
  });
  for (const { a, b, score } of nearest(questions, questions, 0.72))
    if (a < b) add(a, b, 'similar question', score);
  for (const { a, b, score } of nearest(answers, answers, 0.6))
    if (a < b && (texts[a]?.answer.length ?? 0) > 40) add(a, b, 'similar answer', score);
  if (texts.length <= 400) {
    texts.forEach(({ question }, a) => {
      for (let b = a + 1; b < texts.length; b++) {
        const other = texts[b]?.question ?? '';
        const longest = Math.max(question.length, other.length);
        if (Math.abs(question.length - other.length) > longest * 0.1 || longest > 120) continue;
        const alike = 1 - distance(question.toLowerCase(), other.toLowerCase()) / Math.max(1, longest);
        if (alike > 0.9) add(a, b, 'similar question', alike);
      }
    });
  }
  return ranked([...pairs.values()]);
}

/** Answers that speak of what another entry asks, and do not link to it. */
export function suggestedLinks(texts: readonly EntryText[]): readonly Pair[] {
  const both = vectorsOf([...texts.map(({ question }) => question), ...texts.map(({ answer }) => answer)]);
  const questions = both.slice(0, texts.length);
  const answers = both.slice(texts.length);
  const pairs = nearest(answers, questions, 0.3).flatMap(({ a, b, score }): Pair[] => {
    const from = texts[a];
    const to = texts[b];
    if (!from || !to || a === b || from.links.includes(to.number)) return [];
    return [{ from: from.number, to: to.number, what: 'link', score: Math.round(score * 100) / 100 }];
  });
  return ranked(pairs);
}

function ranked(pairs: readonly Pair[]): readonly Pair[] {
  return [...pairs]
    .sort((a, b) => b.score - a.score || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
    .slice(0, LISTED);
}
