import { wordsIn } from '../model/words.ts';

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

/** The cosines of each vector of `from` with those of `to`, above a threshold; terms that many texts have are passed over. */
export function nearest(
  from: readonly Vector[],
  to: readonly Vector[],
  least: number,
): readonly { readonly a: number; readonly b: number; readonly score: number }[] {
  const postings = new Map<string, [number, number][]>();
  to.forEach((vector, b) => {
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? [];
      list.push([b, weight]);
      postings.set(term, list);
    }
  });
  const limit = Math.max(60, Math.min(400, to.length * 0.2));
  const scores = new Float64Array(to.length);
  return from.flatMap((vector, a) => {
    const touched: number[] = [];
    for (const [term, weight] of vector) {
      const list = postings.get(term);
      if (!list || list.length > limit) continue;
      for (const [b, other] of list) {
        if (scores[b] === 0) touched.push(b);
        scores[b] = (scores[b] ?? 0) + weight * other;
      }
    }
    return touched.flatMap((b) => {
      const score = scores[b] ?? 0;
      scores[b] = 0;
      return score >= least ? [{ a, b, score }] : [];
    });
  });
}
