import type { EntryText } from './entry-texts.ts';

const DEFINING: readonly RegExp[] = [
  /^what(?: is|'s|’s| are| does)\s+(?:meant by\s+)?(?:an? |the )?["'“‘«]?([^?"'”’»,]{2,40}?)["'”’»]?(?:\s+(?:mean|stand for))?\s*\?/iu,
  /^was (?:ist|sind|bedeutet|heißt|versteht man unter)\s+(?:eine?n?r? |der |die |das )?["„'“]?([^?"“'”,]{2,40}?)["“'”]?\s*\?/iu,
  /^(?:qu['’]est[- ]ce (?:que|qu['’])\s*(?:c['’]est que )?|que signifie )(?:un |une |le |la |les |l['’])?["«]?\s*([^?"»,]{2,40}?)\s*["»]?\s*\?/iu,
  /^¿?qué (?:es|son|significa)\s+(?:un |una |el |la |los |las )?["«]?([^?"»,]{2,40}?)["»]?\s*\?/iu,
  /^(?:che cos['’]è|cos['’]è|che cosa sono|o que é|o que são)\s+(?:un |una |um |uma |il |la |o |a )?([^?,]{2,40}?)\s*\?/iu,
  /^что (?:такое|означает)\s+([^?,]{2,40}?)\s*\?/iu,
  /^(?:ما (?:هو|هي|معنى)|ما المقصود ب)\s*([^؟?,]{2,40}?)\s*[؟?]/u,
  /^(?:מה זה|מהו|מהי|מה הם|מה פירוש)\s+([^?,]{2,40}?)\s*\?/u,
  /^(.{1,20}?)とは(?:何(?:ですか|でしょうか)?)?[。？?]?$/u,
  /^什[么麼]是(.{1,20}?)[？?]$/u,
];

/** Terms that an entry defines: what is asked for in "What is …?", and what is spelt out before its abbreviation. */
export function glossaryCandidates(
  texts: readonly EntryText[],
): readonly { readonly term: string; readonly number: string }[] {
  const found = new Map<string, { term: string; number: string }>();
  const add = (term: string, number: string) => {
    const key = term.toLowerCase();
    if (
      term.split(' ').length <= 5 &&
      !/^(?:it|this|that|the|there|happen|i|you|we|they|new|wrong|difference|best|\d+)\b/i.test(term) &&
      !found.has(key)
    )
      found.set(key, { term, number });
  };
  for (const { number, question, answer } of texts) {
    for (const form of DEFINING) {
      const term = form.exec(question.trim())?.[1]?.trim();
      if (term) add(term, number);
    }
    for (const [, words = '', short = ''] of `${question} ${answer}`.matchAll(
      /((?:\p{Lu}[\p{L}-]+ ?){2,6})\(([A-Z]{2,7})\)/gu,
    )) {
      const initials = words
        .split(/[\s-]+/)
        .map((word) => word[0] ?? '')
        .join('')
        .toUpperCase();
      if (initials.includes(short)) add(`${words.trim()} (${short})`, number);
    }
  }
  return [...found.values()].slice(0, 100);
}
