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
/** So many of each list may be the same pair, found in another way. */
const KEPT = 4 * LISTED;

/** Finds entries whose questions or answers say nearly the same; the most alike come first. */
export function similarEntries(texts: readonly EntryText[]): readonly Pair[] {
  const questions = vectorsOf(texts.map(({ question }) => question));
  const answers = vectorsOf(texts.map(({ answer }) => answer));
  const same = best(KEPT);
  const byWords = best(KEPT);
  const byAnswers = best(KEPT);
  const add = (list: Best, a: number, b: number, what: Pair['what'], score: number) => {
    const [from, to] = [texts[Math.min(a, b)]?.number ?? '', texts[Math.max(a, b)]?.number ?? ''];
    list.add({ from, to, what, score: Math.round(score * 100) / 100 });
  };
  const first = new Map<string, number>();
  texts.forEach(({ question }, at) => {
    const key = plainKey(question);
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    else add(same, known, at, 'same question', 1);
  });
  nearest(questions, questions, 0.72, (a, b, score) => {
    if (a < b) add(byWords, a, b, 'similar question', score);
  });
  nearest(answers, answers, 0.6, (a, b, score) => {
    if (a < b && (texts[a]?.answer.length ?? 0) > 40) add(byAnswers, a, b, 'similar answer', score);
  });
  const pairs = new Map<string, Pair>();
  for (const pair of [same, byWords, byAnswers].flatMap((list) => list.ranked())) {
    const key = `${pair.from} ${pair.to}`;
    if ((pairs.get(key)?.score ?? 0) < pair.score) pairs.set(key, pair);
  }
  return [...pairs.values()].sort(byScore).slice(0, LISTED);
}

/** Answers that speak of what another entry asks, and do not link to it. */
export function suggestedLinks(texts: readonly EntryText[]): readonly Pair[] {
  const both = vectorsOf([...texts.map(({ question }) => question), ...texts.map(({ answer }) => answer)]);
  const found = best(LISTED);
  nearest(both.slice(texts.length), both.slice(0, texts.length), 0.3, (a, b, score) => {
    const from = texts[a];
    const to = texts[b];
    if (from && to && a !== b && !from.links.includes(to.number))
      found.add({ from: from.number, to: to.number, what: 'link', score: Math.round(score * 100) / 100 });
  });
  return found.ranked();
}

interface Best {
  readonly add: (pair: Pair) => void;
  readonly ranked: () => readonly Pair[];
}

/** Collects pairs, and keeps the best of them: a large book has millions. */
function best(most: number): Best {
  let pairs: Pair[] = [];
  let floor = 0;
  const ranked = () => {
    pairs = pairs.sort(byScore).slice(0, most);
    if (pairs.length === most) floor = pairs.at(-1)?.score ?? 0;
    return pairs;
  };
  return {
    add(pair) {
      if (pair.score < floor) return;
      pairs.push(pair);
      if (pairs.length >= 20 * most) ranked();
    },
    ranked,
  };
}

function byScore(a: Pair, b: Pair): number {
  return b.score - a.score || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1);
}
