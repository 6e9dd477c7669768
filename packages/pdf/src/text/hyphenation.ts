import { PATTERNS } from './hyphenation-patterns.ts';

/** This splits a word where it may be hyphenated. */
export type Hyphenator = (word: string) => readonly string[];

export type Hyphenators = ReadonlyMap<string, Hyphenator>;

/** Every language has one hyphenator, so that a word is hyphenated once for all sections of the book. */
const known = new Map<string, Hyphenator>();

/** Returns the hyphenators of the languages that have patterns. Words of the others are never hyphenated. */
export async function loadHyphenators(languages: Iterable<string>): Promise<Hyphenators> {
  const loaded = new Map<string, Hyphenator>();
  for (const language of languages) {
    const primary = primaryLanguage(language);
    const load =
      language.toLowerCase() === 'en-gb' ? () => import('@react-pdf/hyphenate/en-gb') : PATTERNS[primary];
    if (!load) continue;
    const hyphenator = known.get(language) ?? remembering((await load()).syllables);
    known.set(language, hyphenator);
    loaded.set(language, hyphenator);
  }
  return loaded;
}

/** Returns the first subtag of a BCP 47 tag, in lower case. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** Leaves at least two letters before a hyphen and three after it, as the patterns' authors mean them. */
function remembering(syllables: (word: string) => string[]): Hyphenator {
  const split = new Map<string, readonly string[]>();
  return (word) => {
    const ready = split.get(word);
    if (ready) return ready;
    const parts: string[] = [];
    for (const part of syllables(word)) {
      const last = parts.at(-1);
      if (last !== undefined && last.length < 2) parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
    while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < 3)
      parts.splice(-2, 2, `${parts.at(-2)}${parts.at(-1)}`);
    split.set(word, parts);
    return parts;
  };
}
