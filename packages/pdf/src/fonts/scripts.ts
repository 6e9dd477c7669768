import {
  ARABIC,
  EMOJI,
  HEBREW,
  JAPANESE,
  KOREAN,
  MATHS,
  MORE_LATIN,
  MORE_SYMBOLS,
  SIMPLIFIED,
  SYMBOLS,
  TRADITIONAL,
} from './catalogue.ts';
import type { FontFamily } from './font-family.ts';
import { INSTALLABLE } from './installable.ts';

/** Which fallback family a character belongs to. */
const WRITING: readonly (readonly [RegExp, FontFamily])[] = [
  [/\p{Script=Hebrew}/u, HEBREW],
  [/\p{Script=Arabic}/u, ARABIC],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, JAPANESE],
  [/\p{Script=Hangul}/u, KOREAN],
  [/\p{Emoji_Presentation}|[\u2600-\u27bf]\ufe0f/u, EMOJI],
  [/[\u02b0-\u02ff\u1d00-\u1dbf\u2070-\u209f\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/, MORE_LATIN],
  [/[\u2190-\u23ff\u27c0-\u2aff\u{1d400}-\u{1d7ff}]/u, MATHS],
  [/[\u2400-\u27bf\u2b00-\u2bff\u{1f000}-\u{1fbff}]/u, SYMBOLS],
];

const HAN = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** Languages by the form of the Han characters that they are written with. */
const HAN_FORMS: readonly (readonly [RegExp, FontFamily])[] = [
  [/^ja\b/i, JAPANESE],
  [/^(?:zh-.*\b(?:Hant|TW|HK|MO)\b|yue\b)/i, TRADITIONAL],
  [/^ko\b/i, KOREAN],
  [/^zh\b/i, SIMPLIFIED],
];

/** The family whose Han characters have the forms of a language, if it is written with any. */
export function hanFamily(language: string): FontFamily | undefined {
  return HAN_FORMS.find(([pattern]) => pattern.test(language))?.[1];
}

/** Stretches of what no Latin alphabet has; no pattern matches anything before U+0250. */
const FOREIGN = /[^\0-\u024f]+/g;

/** The fallback families that a text needs. `languages` decides between the forms of Han characters. */
export function familiesFor(text: string, languages: ReadonlySet<string>): ReadonlySet<FontFamily> {
  const found = new Set<FontFamily>();
  // A book is searched once; each pattern then sees every foreign stretch of it once, or every letter.
  const foreign = [...new Set(text.match(FOREIGN))].join(' ');
  const letters = [...new Set(foreign)].join('');
  for (const [pattern, family] of WRITING) if (pattern.test(foreign)) found.add(family);
  for (const [script, families] of INSTALLABLE)
    if (scriptPattern(script)?.test(letters)) for (const family of families) found.add(family);
  if (HAN.test(letters)) {
    for (const language of languages) {
      const family = hanFamily(language);
      if (family) found.add(family);
    }
    if (![JAPANESE, TRADITIONAL, SIMPLIFIED].some((family) => found.has(family))) found.add(SIMPLIFIED);
  }
  return found;
}

const patterns = new Map<string, RegExp | undefined>();

/** Matches a letter of a script; undefined for one that is younger than this Node's Unicode. */
function scriptPattern(script: string): RegExp | undefined {
  if (!patterns.has(script)) {
    try {
      patterns.set(script, new RegExp(`\\p{Script=${script}}`, 'u'));
    } catch {
      patterns.set(script, undefined);
    }
  }
  return patterns.get(script);
}

/** A kind of characters that no font has, and the packages that would bring one, the best first; none is known for some. */
export interface Unset {
  /** A script by its name in Unicode, or "signs". */
  readonly script: string;
  readonly packages: readonly string[];
}

/** Kinds of characters beside the scripts that are installed one by one. */
const KINDS: readonly (readonly [pattern: RegExp, script: string, family: FontFamily | undefined])[] = [
  [/[\p{Private_Use}\p{Unassigned}\p{Control}]/u, 'no script', undefined],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese', JAPANESE],
  [/\p{Script=Hangul}/u, 'Korean', KOREAN],
  [HAN, 'Han', SIMPLIFIED],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, 'Latin, Greek or Cyrillic', MORE_LATIN],
  [/\p{Script=Common}/u, 'signs', MORE_SYMBOLS],
];

/** What to say of a character that no font has, in a book of this language. */
export function unset(character: string, language: string): Unset {
  for (const [script, families] of INSTALLABLE)
    if (scriptPattern(script)?.test(character))
      return { script: script.replaceAll('_', ' '), packages: families.map((family) => family.package) };
  const [, script, family] = KINDS.find(([pattern]) => pattern.test(character)) ?? [];
  const wanted = script === 'Han' ? (hanFamily(language) ?? family) : family;
  return { script: script ?? 'another script', packages: wanted ? [wanted.package] : [] };
}
