/** Invisible characters that change what a search or a screen reader finds. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u200B': 'a zero-width space',
  '\u2060': 'a word joiner',
  '\uFEFF': 'a byte order mark',
  '\u180E': 'a Mongolian vowel separator',
  '\uFFFC': 'an object replacement character',
  '\uFFFD': 'a replacement character, the trace of a wrong decoding',
};
/** Controls, noncharacters, lone surrogates, and private-use characters. */
const STRAY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u200B\u2060\uFEFF\u180E\uFFFC\uFFFD\u0000-\u0008\u000B-\u001F\u007F-\u009F]|[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/u;
const STRAYS = new RegExp(STRAY, 'gu');
const BIDI = /[\u202A-\u202E\u2066-\u2069]/;

/** A fault of a text, and the character at which it is. */
export interface StrayCharacter {
  readonly character: string;
  /** Its place in the text, in UTF-16 units. */
  readonly index: number;
  readonly reason: string;
  readonly note: string;
}

/** Says whether a text certainly contains nothing that this file looks for. */
export function isClean(text: string): boolean {
  return !STRAY.test(text) && !BIDI.test(text) && text.normalize('NFC') === text;
}

/**
 * Returns the strays of a text, the first of each character: invisible ones (zero-width spaces, control
 * characters), ones that cannot be shown (noncharacters, private use), and a bidi control without its
 * counterpart; or that the text is not NFC.
 */
export function strayCharacters(text: string): readonly StrayCharacter[] {
  const found = new Map<string, StrayCharacter>();
  for (const { 0: character, index } of text.matchAll(STRAYS))
    if (!found.has(character)) found.set(character, { character, index, ...nameOf(character) });
  const open = unbalanced(text);
  if (open)
    found.set(open.character, {
      ...open,
      reason: `the text holds a bidi control without its other half (${codeOf(open.character)}): what follows may be shown in another order than it is written`,
      note: 'Remove it, or pair it: U+202A to U+202E with U+202C, U+2066 to U+2068 with U+2069.',
    });
  if (found.size > 0) return [...found.values()];
  const composed = text.normalize('NFC');
  if (text === composed) return [];
  const letters = Array.from(text);
  const at = Math.max(
    0,
    Array.from(composed).findIndex((letter, place) => letter !== letters[place]),
  );
  return [
    {
      character: letters.slice(at, at + 2).join(''),
      index: letters.slice(0, at).join('').length,
      reason: 'the text is not in Unicode normalization form C',
      note: 'Save the file with composed characters (NFC).',
    },
  ];
}

function nameOf(character: string): Pick<StrayCharacter, 'reason' | 'note'> {
  const code = codeOf(character);
  if (/\p{Co}/u.test(character))
    return {
      reason: `the text holds a character of private use (${code}), which means something in one font alone`,
      note: 'Write the character that Unicode has for it, or show it as an image.',
    };
  const what = /\p{Cs}/u.test(character)
    ? 'half of a surrogate pair'
    : /\p{Noncharacter_Code_Point}/u.test(character)
      ? 'a noncharacter'
      : (INVISIBLE[character] ?? 'a control character');
  return { reason: `the text holds ${what} (${code})`, note: 'Remove it.' };
}

/** Isolates and embeddings close in the order they open (UAX #9). */
function unbalanced(text: string): Pick<StrayCharacter, 'character' | 'index'> | undefined {
  if (!BIDI.test(text)) return undefined;
  const open: { character: string; index: number }[] = [];
  for (const { 0: character, index } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (character !== '\u202C' && character !== '\u2069') open.push({ character, index });
    else if (!pairs(open.pop()?.character, character)) return { character, index };
  }
  return open[0];
}

function pairs(opening: string | undefined, closing: string): boolean {
  return opening !== undefined && opening >= '\u2066' === (closing === '\u2069');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
