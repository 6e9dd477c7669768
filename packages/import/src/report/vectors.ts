import { wordsIn } from '../model/words.ts';

/** Of the terms that so many texts have, no one tells two texts from the others. */
const MOST = 200;

/** A text as weights of its terms, of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** TF-IDF vectors of texts (natural tf, idf = ln(N / df)), each of length 1. CJK counts by pairs of characters. */
export function vectorsOf(texts: readonly string[]): readonly Vector[] {
  const counts = texts.map((text) => {
    const terms = new Map<string, number>();
    for (const term of termsOf(text)) terms.set(term, (terms.get(term) ?? 0) + 1);
    return terms;
  });
  const documents = new Map<string, number>();
  for (const terms of counts)
    for (const term of terms.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  return counts.map((terms) => {
    const weights = [...terms].map(
      ([term, count]) =>
        [term, (1 + Math.log(count)) * Math.log((texts.length + 1) / (documents.get(term) ?? 1))] as const,
    );
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
}

function termsOf(text: string): readonly string[] {
  const words = wordsIn(text);
  return words.map((word, at) => {
    const next = words[at + 1];
    const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    return cjk.test(word) && next !== undefined && cjk.test(next) ? word + next : stem(word);
  });
}

/** Plural and case endings of the most common kind; enough to compare by. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:'s|ies|es|s|ing|ed|en|er)$/u, '') : word;
}

/**
 * Tells of each vector of `from` and each of `to` whose cosine is at least so much. Terms that many texts have are
 * passed over, so that the work grows with the number of texts, and not with its square.
 */
export function nearest(
  from: readonly Vector[],
  to: readonly Vector[],
  least: number,
  tell: (a: number, b: number, score: number) => void,
): void {
  const postings = new Map<string, { readonly at: number[]; readonly weights: number[] }>();
  const limit = Math.max(60, Math.min(MOST, to.length * 0.2));
  to.forEach((vector, b) => {
    for (const [term, weight] of vector) {
      const list = postings.get(term);
      if (!list) postings.set(term, { at: [b], weights: [weight] });
      else if (list.at.length <= limit) {
        list.at.push(b);
        list.weights.push(weight);
      }
    }
  });
  const scores = new Float64Array(to.length);
  const touched: number[] = [];
  from.forEach((vector, a) => {
    for (const [term, weight] of vector) {
      const { at, weights } = postings.get(term) ?? { at: [], weights: [] };
      if (at.length > limit) continue;
      for (let index = 0; index < at.length; index++) {
        const b = at[index] ?? 0;
        if (scores[b] === 0) touched.push(b);
        scores[b] = (scores[b] ?? 0) + weight * (weights[index] ?? 0);
      }
    }
    for (const b of touched) {
      const score = scores[b] ?? 0;
      scores[b] = 0;
      if (score >= least) tell(a, b, score);
    }
    touched.length = 0;
  });
}
