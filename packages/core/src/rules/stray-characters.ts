/** Characters that no reader sees and that change what a search or a screen reader finds. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u200B': 'a zero-width space',
  '\u2060': 'a word joiner',
  '\uFEFF': 'a byte order mark',
  '\u180E': 'a Mongolian vowel separator',
  '\uFFFC': 'an object replacement character',
  '\uFFFD': 'a replacement character, the trace of a wrong decoding',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const STRAY = /[\u200B\u2060\uFEFF\u180E\uFFFC\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** A fault of a text, and the character at which it is. */
export interface StrayCharacter {
  readonly character: string;
  readonly reason: string;
  readonly note: string;
}

/** The first invisible stray of a text: zero-width space, control character, bidi control without its other half; or that it is not NFC. */
export function strayCharacter(text: string): StrayCharacter | undefined {
  const character = STRAY.exec(text)?.[0];
  if (character)
    return {
      character,
      reason: `the text holds ${INVISIBLE[character] ?? 'a control character'} (${codeOf(character)})`,
      note: 'Remove it.',
    };
  const open = unbalanced(text);
  if (open)
    return {
      character: open,
      reason: `the text holds a bidi control without its other half (${codeOf(open)})`,
      note: 'Remove it, or pair it: U+202A to U+202E with U+202C, U+2066 to U+2068 with U+2069.',
    };
  const composed = text.normalize('NFC');
  if (text === composed) return undefined;
  const letters = Array.from(text);
  const at = Array.from(composed).findIndex((letter, index) => letter !== letters[index]);
  return {
    character: letters.slice(Math.max(0, at), at + 2).join(''),
    reason: 'the text is not in Unicode normalisation form C',
    note: 'Save the file with composed characters (NFC).',
  };
}

/** Isolates and embeddings close in the order they open (UAX #9). */
function unbalanced(text: string): string | undefined {
  const open: string[] = [];
  for (const [control = ''] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (control !== '\u202C' && control !== '\u2069') open.push(control);
    else if (!pairs(open.pop(), control)) return control;
  }
  return open[0];
}

function pairs(opening: string | undefined, closing: string): boolean {
  return opening !== undefined && opening >= '\u2066' === (closing === '\u2069');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
