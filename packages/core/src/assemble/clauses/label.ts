import { insertionOrder } from '../../numbers/insertion.ts';
import { fromRoman, toRoman } from '../../numbers/roman.ts';
import { OTHER_LABEL, otherLetter, otherPlace } from './alphabets.ts';
import { inDigitsOf, plainSigns } from './digits.ts';

/** What a clause begins with. */
export interface Label {
  /** As written: `(b)`. */
  readonly text: string;
  /** The signs around it: `()`, `)`, `.`, or none, as in `1.2`. */
  readonly marks: string;
  /** What is between them. */
  readonly core: string;
  /** A small letter follows the bracket at once, as in `(a)the` and `(a)typical`: the labels around it tell. */
  readonly isGlued?: boolean;
}

/** One way to read a label. `(i)` is the ninth letter and the first Roman number. */
export interface Reading {
  /** Its marks and what it counts with: `()a`. Labels of one kind follow one another. */
  readonly kind: string;
  /** Where it stands: one number, of `1.2` two. */
  readonly path: readonly number[];
  /** Of an insertion: `a` of `2a`, `bis` of `2bis`. */
  readonly suffix: string;
}

const SUFFIXES = ['bis', 'ter', 'quater', 'quinquies'];
const CORE = `\\d{1,4}(?:\\.\\d{1,4})*(?:[a-z]{1,2}|${SUFFIXES.join('|')})?|[ivxlcdm]{1,9}[a-h]?|[a-z]{1,3}|ñ|${OTHER_LABEL}`;
const LABEL = new RegExp(
  `^(?:(\\d{1,4}(?:\\.\\d{1,4})+)(?=\\.?(?:$|[\\s*_]))\\.?|\\((${CORE})\\)|(${CORE})\\)|(${CORE})\\.)`,
  'i',
);

/**
 * The label that a line begins with. Behind it stands a space, the end of the line or of emphasis, or another label,
 * as in `(1)(a)`; behind a label in brackets also a word, as in `(1)The`.
 */
export function readLabel(line: string): Label | undefined {
  const found = LABEL.exec(plainSigns(line));
  if (!found) return undefined;
  const [whole, ...cores] = found;
  const core = cores.find((one) => one !== undefined) ?? '';
  if (core !== core.toLowerCase() && core !== core.toUpperCase() && !/\d/.test(core)) return undefined;
  const text = line.slice(0, whole.length);
  const label = { text, marks: whole.replace(core, ''), core };
  const rest = line.slice(text.length);
  if (/[）．]$/.test(text) || /^(?:$|[\s*_])/.test(rest)) return label;
  if (!label.marks.endsWith(')')) return undefined;
  if (/^[(（]/.test(rest)) return readLabel(rest) && label;
  // "(2)nd" is a word.
  if (label.marks !== '()' || !/^\p{L}/u.test(rest) || /^(?:st|nd|rd|th)\b/.test(rest)) return undefined;
  return /^\d/.test(core) || !/^\p{Ll}/u.test(rest) ? label : { ...label, isGlued: true };
}

/** Every way to read a label; none for `(see)`. */
export function readingsOf({ marks, core }: Label): readonly Reading[] {
  const [, digits, suffix = ''] = /^(\d+(?:\.\d+)*)([a-z]*)$/i.exec(core) ?? [];
  if (digits !== undefined) {
    const path = digits.split('.').map(Number);
    return [{ kind: path.length > 1 ? `1.${path.length}` : `${marks}1`, path, suffix: suffix.toLowerCase() }];
  }
  const low = core.toLowerCase();
  const one = (name: string, count: number, behind = ''): Reading => ({
    kind: `${marks}${low === core ? name : name.toUpperCase()}`,
    path: [count],
    suffix: behind,
  });
  const other = otherPlace(low);
  if (other) return [one(other.name, other.count)];
  // Some lists have ñ between n and o.
  const readings = [one('a', low === 'ñ' ? 14.5 : lettersOf(low))];
  const [, roman = '', more = ''] = /^([ivx]+)([a-h])$/.exec(low) ?? [];
  for (const [letters, behind] of [
    [low, ''],
    [roman, more],
  ] as const) {
    const value = fromRoman(letters.toUpperCase());
    if (value !== undefined) readings.push(one('i', value, behind));
  }
  if (low.length > 1) readings.push(one('a', lettersOf(low.slice(0, 1)), low.slice(1)));
  if (/^(.)\1+$/.test(low)) {
    const count = lettersOf(low.slice(0, 1));
    // Behind z some write aa, ab, and some aa, bb.
    readings.push(one('a'.repeat(low.length), count), one('a', 26 * (low.length - 1) + count));
  }
  return readings;
}

/** Whether a label can begin a list: 1, 0, a, i, aa, 3.1. */
export function isFirst({ path, suffix, kind }: Reading): boolean {
  const last = path.at(-1) ?? 0;
  return suffix === '' && (last === 1 || (last === 0 && kind.endsWith('1')));
}

/** Whether a label follows another: the next one, or one that was inserted behind it (2a behind 2, 2aa and 2b behind 2a). */
export function follows(before: Reading, { kind, path, suffix }: Reading): boolean {
  if (kind !== before.kind) return false;
  const at = path.findIndex((count, index) => count !== before.path[index]);
  if (at < 0) return suffix !== '' && isBehind(suffix, before.suffix);
  // A letter that some leave out stands between two others.
  const step = (path[at] ?? 0) - (before.path[at] ?? 0);
  return suffix === '' && step > 0 && step <= 1 && path.slice(at + 1).every((count) => count === 1);
}

/** Whether a label can be read so that it follows another. */
export function mayFollow(label: Label, before: Reading): boolean {
  return readingsOf(label).some((reading) => follows(before, reading));
}

/** A label as plain text. */
export function escaped({ text }: Label): string {
  return /^[(（]/.test(text) ? `\\${text}` : text.replace(/.$/u, '\\$&');
}

/** The label behind a reading's, for a message. */
export function nextLabel({ marks, text }: Label, { kind, path }: Reading, step = 1): string {
  const [open, close] = marks === '()' ? ['(', ')'] : ['', marks];
  const count = (path.at(-1) ?? 0) + step;
  const name = kind.slice(marks.length).toLowerCase();
  const word =
    name === 'i'
      ? toRoman(count).toLowerCase()
      : /^a/.test(name)
        ? toLetters(Math.floor(count)).repeat(name.length)
        : (otherLetter(name, count) ?? '');
  const upper = kind.slice(marks.length) !== name;
  return `${open}${word === '' ? inDigitsOf(text, [...path.slice(0, -1), count].join('.')) : upper ? word.toUpperCase() : word}${close}`;
}

/**
 * Whether a word in brackets is a label although nothing leads up to it: `(c)`, `(12)` and `(2ab)` are, `(see)` and
 * `(2nd)` are not.
 */
export function isPlain({ core }: Label): boolean {
  return core.length === 1 || /^[\d.]+(?!(?:st|nd|rd|th)$)[a-z]{0,2}$/i.test(core) || /^[ivx]+$/i.test(core);
}

/** In the order of legislation, 2a, 2aa, 2ab, 2b; and of bis, ter. */
function isBehind(suffix: string, before: string): boolean {
  const [word = -1, other = -1] = [suffix, before].map((one) => SUFFIXES.indexOf(one));
  return word < 0 && other < 0 ? insertionOrder(suffix) > insertionOrder(before) : word > other;
}

/** a 1, z 26, aa 27. */
function lettersOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}

function toLetters(count: number): string {
  if (count < 1) return '';
  return toLetters(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26));
}
