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

/** This tells which fallback family a character belongs to. */
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

/** Languages are listed by the form of the Han characters that they are written with. */
const HAN_FORMS: readonly (readonly [RegExp, FontFamily])[] = [
  [/^ja\b/i, JAPANESE],
  [/^(?:zh-.*\b(?:Hant|TW|HK|MO)\b|yue\b)/i, TRADITIONAL],
  [/^ko\b/i, KOREAN],
  [/^zh\b/i, SIMPLIFIED],
];

/** Returns the family with a language's forms of Han characters; undefined for a language that has none. */
export function hanFamily(language: string): FontFamily | undefined {
  return HAN_FORMS.find(([pattern]) => pattern.test(language))?.[1];
}

/** This matches stretches of letters that no Latin alphabet has. No pattern below matches a letter before U+0250. */
const FOREIGN = /[^\0-\u024f]+/g;

/** Returns the fallback families that a text needs. `languages` decide between the forms of Han characters. */
export function familiesFor(text: string, languages: ReadonlySet<string>): ReadonlySet<FontFamily> {
  const found = new Set<FontFamily>();
  // The book is searched once. Each pattern is then tried on every foreign stretch once, or on every letter once.
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

/** Returns what matches a letter of a script; undefined for a script that this version of Node does not know yet. */
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

/** This is a kind of characters that no font has, and the packages that would bring a font, if any, the best first. */
export interface MissingScript {
  /** This is the name of a script in Unicode, or "signs". */
  readonly script: string;
  readonly packages: readonly string[];
}

/** These kinds of characters come beside the scripts that are installed one by one. */
const KINDS: readonly (readonly [pattern: RegExp, script: string, family: FontFamily | undefined])[] = [
  [/[\p{Private_Use}\p{Unassigned}\p{Control}]/u, 'no script', undefined],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese', JAPANESE],
  [/\p{Script=Hangul}/u, 'Korean', KOREAN],
  [HAN, 'Han', SIMPLIFIED],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, 'Latin, Greek or Cyrillic', MORE_LATIN],
  [/\p{Script=Common}/u, 'signs', MORE_SYMBOLS],
];

/** Returns what to say of a character that no font has, in a book of this language. */
export function missingScript(character: string, language: string): MissingScript {
  for (const [script, families] of INSTALLABLE)
    if (scriptPattern(script)?.test(character))
      return { script: script.replaceAll('_', ' '), packages: families.map((family) => family.package) };
  const [, script, family] = KINDS.find(([pattern]) => pattern.test(character)) ?? [];
  const wanted = script === 'Han' ? (hanFamily(language) ?? family) : family;
  return { script: script ?? 'another script', packages: wanted ? [wanted.package] : [] };
}
