interface Patterns {
  readonly syllables: (word: string) => string[];
}

/** These languages have patterns, by their primary subtags. German has those of the reformed spelling. */
export const PATTERNS: Readonly<Record<string, () => Promise<Patterns>>> = {
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
