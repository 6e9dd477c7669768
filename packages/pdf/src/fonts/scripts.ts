import {
  ARABIC,
  CHINESE,
  EMOJI,
  type FontFamily,
  HEBREW,
  JAPANESE,
  KOREAN,
  MATHS,
  SYMBOLS,
} from './catalogue.ts';

/** Which fallback family a character belongs to; the first that fits counts. */
const WRITING: readonly (readonly [RegExp, FontFamily])[] = [
  [/\p{Script=Hebrew}/u, HEBREW],
  [/\p{Script=Arabic}/u, ARABIC],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, JAPANESE],
  [/\p{Script=Hangul}/u, KOREAN],
  [/\p{Emoji_Presentation}|[\u2600-\u27bf]\ufe0f/u, EMOJI],
  [/[\u2190-\u23ff\u27c0-\u2aff\u{1d400}-\u{1d7ff}]/u, MATHS],
  [/[\u2400-\u27bf\u2b00-\u2bff\u{1f000}-\u{1fbff}]/u, SYMBOLS],
];

const HAN = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** Stretches of what no Latin alphabet has; no pattern matches anything before U+0250. */
const FOREIGN = /[^\0-\u024f]+/g;

/** The fallback families that a text needs. `languages` decides between Japanese and Chinese forms. */
export function familiesFor(text: string, languages: ReadonlySet<string>): ReadonlySet<FontFamily> {
  const found = new Set<FontFamily>();
  // A book is searched once; each pattern then sees every foreign stretch of it once.
  const foreign = [...new Set(text.match(FOREIGN))].join(' ');
  for (const [pattern, family] of WRITING) if (pattern.test(foreign)) found.add(family);
  if (HAN.test(foreign)) {
    const japanese = has(languages, 'ja') || found.has(JAPANESE);
    if (japanese) found.add(JAPANESE);
    if (has(languages, 'zh') || !japanese) found.add(CHINESE);
  }
  return found;
}

/** What to do about a character that no font has: the package that may have it, unless it is among the `given` ones. */
export function remedyFor(character: string, given: ReadonlySet<string> = new Set()): string {
  const family = WRITING.find(([pattern]) => pattern.test(character))?.[1];
  if (family && !given.has(family.package)) return `add the package ${family.package} if it is not installed`;
  if (HAN.test(character) && !given.has(CHINESE.package))
    return `add the package ${CHINESE.package} (or ${JAPANESE.package}) if it is not installed`;
  return 'the PDF has no font for it: write it otherwise, or build the other formats (--to html,epub,jsonld)';
}

function has(languages: ReadonlySet<string>, language: string): boolean {
  return [...languages].some((tag) => tag === language || tag.startsWith(`${language}-`));
}
