/** Splits a word where it may be hyphenated. */
export type Hyphenator = (word: string) => readonly string[];
export type Hyphenators = ReadonlyMap<string, Hyphenator>;

interface Patterns {
  readonly syllables: (word: string) => string[];
}

/** Languages with patterns, by primary subtag; German means the reformed spelling. */
const PATTERNS: Readonly<Record<string, () => Promise<Patterns>>> = {
  bg: () => import('@react-pdf/hyphenate/bg'),
  ca: () => import('@react-pdf/hyphenate/ca'),
  cs: () => import('@react-pdf/hyphenate/cs'),
  da: () => import('@react-pdf/hyphenate/da'),
  de: () => import('@react-pdf/hyphenate/de'),
  el: () => import('@react-pdf/hyphenate/el'),
  en: () => import('@react-pdf/hyphenate/en-us'),
  es: () => import('@react-pdf/hyphenate/es'),
  et: () => import('@react-pdf/hyphenate/et'),
  fi: () => import('@react-pdf/hyphenate/fi'),
  fr: () => import('@react-pdf/hyphenate/fr'),
  hr: () => import('@react-pdf/hyphenate/hr'),
  hu: () => import('@react-pdf/hyphenate/hu'),
  it: () => import('@react-pdf/hyphenate/it'),
  lt: () => import('@react-pdf/hyphenate/lt'),
  nb: () => import('@react-pdf/hyphenate/nb'),
  nl: () => import('@react-pdf/hyphenate/nl'),
  no: () => import('@react-pdf/hyphenate/no'),
  pl: () => import('@react-pdf/hyphenate/pl'),
  pt: () => import('@react-pdf/hyphenate/pt'),
  ro: () => import('@react-pdf/hyphenate/ro'),
  ru: () => import('@react-pdf/hyphenate/ru'),
  sk: () => import('@react-pdf/hyphenate/sk'),
  sl: () => import('@react-pdf/hyphenate/sl'),
  sv: () => import('@react-pdf/hyphenate/sv'),
  tr: () => import('@react-pdf/hyphenate/tr'),
  uk: () => import('@react-pdf/hyphenate/uk'),
};

/** The hyphenators of the languages that have patterns; the others are never hyphenated. */
export async function loadHyphenators(languages: Iterable<string>): Promise<Hyphenators> {
  const loaded = new Map<string, Hyphenator>();
  for (const language of languages) {
    const primary = primaryLanguage(language);
    const load =
      language.toLowerCase() === 'en-gb' ? () => import('@react-pdf/hyphenate/en-gb') : PATTERNS[primary];
    if (!load || loaded.has(language)) continue;
    const { syllables } = await load();
    loaded.set(language, remembering(syllables));
  }
  return loaded;
}

/** The first subtag of a BCP 47 tag, in lower case. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** At least two letters before a hyphen and three after it, as the patterns' authors mean them. */
function remembering(syllables: (word: string) => string[]): Hyphenator {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const ready = known.get(word);
    if (ready) return ready;
    const parts: string[] = [];
    for (const part of syllables(word)) {
      const last = parts.at(-1);
      if (last !== undefined && last.length < 2) parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
    while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < 3)
      parts.splice(-2, 2, `${parts.at(-2)}${parts.at(-1)}`);
    known.set(word, parts);
    return parts;
  };
}
