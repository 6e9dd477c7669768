import {
  ARABIC,
  CHINESE,
  EMOJI,
  type FontFamily,
  HEBREW,
  INSTALLABLE,
  JAPANESE,
  KOREAN,
  MATHS,
  MORE_LATIN,
  MORE_SYMBOLS,
  SYMBOLS,
} from './catalogue.ts';

/** Which fallback family a character belongs to; the first that fits counts. */
const WRITING: readonly (readonly [RegExp, FontFamily])[] = [
  [/\p{Script=Hebrew}/u, HEBREW],
  [/\p{Script=Arabic}/u, ARABIC],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, JAPANESE],
  [/\p{Script=Hangul}/u, KOREAN],
  [/\p{Emoji_Presentation}|[\u2600-\u27bf]\ufe0f/u, EMOJI],
  [/[\u02b0-\u02ff\u1d00-\u1dbf\u2070-\u209f\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/, MORE_LATIN],
  ...[...INSTALLABLE].map(([script, family]) => [new RegExp(`\\p{Script=${script}}`, 'u'), family] as const),
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

/** A kind of characters that no font has, and the package that would bring one; none is known for some. */
export interface Unset {
  /** A script by its name in Unicode, or "signs". */
  readonly script: string;
  readonly package: string | undefined;
}

/** What to say of a character that no font has. */
export function unset(character: string): Unset {
  for (const [script, family] of INSTALLABLE)
    if (new RegExp(`\\p{Script=${script}}`, 'u').test(character)) return { script, package: family.package };
  if (/\p{Private_Use}|\p{Unassigned}|\p{Control}/u.test(character))
    return { script: 'no script', package: undefined };
  if (/\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u.test(character))
    return { script: 'Latin, Greek or Cyrillic', package: MORE_LATIN.package };
  if (/\p{Script=Common}/u.test(character)) return { script: 'signs', package: MORE_SYMBOLS.package };
  return { script: 'another script', package: undefined };
}

function has(languages: ReadonlySet<string>, language: string): boolean {
  return [...languages].some((tag) => tag === language || tag.startsWith(`${language}-`));
}
