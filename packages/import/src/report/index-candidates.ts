import type { EntryText } from './entry-texts.ts';

const LISTED = 60;

/** Names and code words that several entries have, those of the fewest entries for their mentions first: candidates for the index. */
export function indexCandidates(
  texts: readonly EntryText[],
): readonly { readonly term: string; readonly numbers: readonly string[] }[] {
  const found = new Map<string, { term: string; numbers: Set<string> }>();
  const add = (term: string, number: string) => {
    const known = found.get(term.toLowerCase()) ?? { term, numbers: new Set<string>() };
    known.numbers.add(number);
    found.set(term.toLowerCase(), known);
  };
  for (const { number, question, answer, codes } of texts) {
    for (const code of codes) if (/^[\w.@/-]{3,30}$/.test(code)) add(code, number);
    for (const sentence of `${question}\n${answer}`.split(/(?<=[.!?:])\s+|\n/)) {
      // The first word of a sentence has its capital anyway.
      const rest = sentence.replace(/^\W*[\p{L}\p{N}'’-]+/u, '');
      for (const [term] of rest.matchAll(/\p{Lu}[\p{L}\p{N}-]{2,}(?: \p{Lu}[\p{L}\p{N}-]+){0,2}/gu))
        add(term, number);
    }
  }
  const most = Math.max(3, texts.length * 0.3);
  return [...found.values()]
    .filter(({ numbers }) => numbers.size >= 2 && numbers.size <= most)
    .sort((a, b) => b.numbers.size - a.numbers.size || (a.term < b.term ? -1 : 1))
    .slice(0, LISTED)
    .map(({ term, numbers }) => ({ term, numbers: [...numbers].slice(0, 12) }));
}
