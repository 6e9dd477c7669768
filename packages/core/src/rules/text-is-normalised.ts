import type { AnswerNode } from '../model/answer.ts';
import { walk } from '../model/children.ts';
import type { Rule } from './rule.ts';

/** Characters that no reader sees and that change what a search or a screen reader finds. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u200B': 'a zero-width space',
  '\u2060': 'a word joiner',
  '\uFEFF': 'a byte order mark',
  '\u180E': 'a Mongolian vowel separator',
  '\uFFFC': 'an object replacement character',
  '\uFFFD': 'a replacement character, the trace of a wrong decoding',
};
const OPENING_BIDI = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/g;
const CLOSING_BIDI = /[\u202C\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/**
 * Text is in Unicode normalisation form C and free of invisible strays: zero-width spaces, control
 * characters, bidi controls that are not closed. ZWJ, ZWNJ, soft hyphens, variation selectors and
 * balanced bidi marks belong to writing and are fine.
 */
export const textIsNormalised: Rule = {
  id: 'text-is-normalised',
  check({ bodies, entries, report }) {
    for (const { path, nodes, keys } of bodies) {
      for (const node of walk(nodes)) {
        const fault = faultOfText(textOf(node));
        if (fault) report({ path, position: node.position, ...(keys ? { keys } : {}), ...fault });
      }
    }
    for (const { question, source } of entries) {
      for (const node of walk(question)) {
        const fault = faultOfText(textOf(node));
        if (fault) report({ path: source.path, keys: ['question'], ...fault });
      }
    }
  },
};

function textOf(node: AnswerNode): string {
  return 'value' in node ? node.value : node.type === 'image' ? node.alt : '';
}

function faultOfText(text: string): { reason: string; note: string } | undefined {
  for (const [character, name] of Object.entries(INVISIBLE)) {
    if (text.includes(character)) return { reason: `the text holds ${name} (${codeOf(character)})`, note: 'Remove it.' };
  }
  const control = CONTROL.exec(text)?.[0];
  if (control) return { reason: `the text holds a control character (${codeOf(control)})`, note: 'Remove it.' };
  if ((text.match(OPENING_BIDI) ?? []).length !== (text.match(CLOSING_BIDI) ?? []).length) {
    return { reason: 'the text holds a bidi control that is not closed', note: 'Remove it, or close it with U+202C or U+2069.' };
  }
  if (text !== text.normalize('NFC')) return { reason: 'the text is not in Unicode normalisation form C', note: 'Save the file with composed characters (NFC).' };
  return undefined;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
