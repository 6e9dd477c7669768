import {
  ARABIC,
  CHINESE,
  EMOJI,
  type FontFamily,
  HEBREW,
  JAPANESE,
  KOREAN,
  MATHS,
  ROLES,
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

/** The package to add for a character that no font has. */
export function packageFor(character: string): string {
  for (const [pattern, family] of WRITING) if (pattern.test(character)) return family.package;
  if (HAN.test(character)) return `${CHINESE.package} (or ${JAPANESE.package})`;
  const script = NOTO.find(([name]) => new RegExp(`\\p{Script=${name}}`, 'u').test(character));
  return script ? `@expo-google-fonts/${script[1]}` : ROLES.serif.package;
}

const NOTO: readonly (readonly [string, string])[] = [
  ['Thai', 'noto-serif-thai'],
  ['Devanagari', 'noto-serif-devanagari'],
  ['Bengali', 'noto-serif-bengali'],
  ['Tamil', 'noto-serif-tamil'],
  ['Telugu', 'noto-serif-telugu'],
  ['Georgian', 'noto-serif-georgian'],
  ['Armenian', 'noto-serif-armenian'],
  ['Ethiopic', 'noto-serif-ethiopic'],
  ['Khmer', 'noto-serif-khmer'],
];

function has(languages: ReadonlySet<string>, language: string): boolean {
  return [...languages].some((tag) => tag === language || tag.startsWith(`${language}-`));
}
