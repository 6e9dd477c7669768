import { dictionaryBreaks } from './dictionary-breaks.ts';
import type { Hyphenator } from './hyphenation.ts';
import { letterStarts } from './letter-starts.ts';

/** This is how a paragraph is broken, up to an offset. */
export interface Custom {
  readonly end: number;
  readonly code: boolean;
  readonly hyphenate?: Hyphenator | undefined;
}

/** These characters may not begin or end a line of Chinese or Japanese (kinsoku shori). */
const NOT_FIRST =
  /[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)\]}»…‥–—〜～]/;
const NOT_LAST = /[‘“（〔［｛〈《「『【￥＄£([{«]/;
export const WIDE: RegExp = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const WORD = /\p{L}[\p{L}\p{M}]{4,}/gu;
export const JOINED: RegExp = /[\u200d\ufe0e\ufe0f\p{M}]/u;

/** This is a place where a word may be cut. */
export interface Break {
  readonly at: number;
  /** Says that no hyphen is drawn there. */
  readonly soft: boolean;
}

/** Returns the places where a word may be cut, in order. `offset` is where the word begins among the stretches. */
export function wordBreaks(
  word: string,
  offset: number,
  stretches: readonly Custom[],
  isTooWide: (start: number, end: number) => boolean,
): Break[] {
  const soft = softBreaks(word, offset, stretches);
  const hyphens = hyphenBreaks(word, offset, stretches);
  const found: Break[] = [];
  let start = 0;
  for (let at = 1; at <= word.length; at++) {
    const isEnd = at === word.length;
    if (!isEnd && !soft.has(at) && !hyphens.has(at)) continue;
    if (at - start > LONG && isTooWide(offset + start, offset + at))
      for (const each of anywhere(word.slice(start, at), start)) found.push(each);
    if (!isEnd) found.push({ at, soft: soft.has(at) });
    start = at;
  }
  return found;
}

/** A shorter piece is never too wide for its line. */
export const LONG = 12;

/** Returns breaks between all letters of a piece that is wider than its line, and would leave the page. */
function anywhere(piece: string, start: number): Break[] {
  return Array.from(letterStarts(piece), (at) => ({ at: start + at, soft: true }));
}

function softBreaks(word: string, offset: number, stretches: readonly Custom[]): ReadonlySet<number> {
  const found = new Set(dictionaryBreaks(word));
  const plain = /^[\p{L}\p{M}.,;:'’"“”()]+$/u.test(word) && !WIDE.test(word);
  if (plain && !(stretchAt(stretches, offset + 1)?.code ?? false)) return found;
  const address = word.length > 20 && /[/@_]/.test(word);
  for (let at = 1; at < word.length; at++) {
    const before = word[at - 1] ?? '';
    const after = word[at] ?? '';
    if (/[\udc00-\udfff]/.test(after) || JOINED.test(after) || before === '\u200d') continue;
    const code = stretchAt(stretches, offset + at)?.code ?? false;
    if (mayBreak(before, after, code || address)) found.add(at);
  }
  return found;
}

/** Tells whether a line may end between two letters. */
export function mayBreak(before: string, after: string, code: boolean): boolean {
  if (WIDE.test(before) || WIDE.test(after)) return !NOT_FIRST.test(after) && !NOT_LAST.test(before);
  if (before === '\u200b') return true;
  if (/[-\u2010\u2013\u2014/]/.test(before)) return /[\p{L}\p{N}]/u.test(after);
  return (
    code &&
    (/[._:=&?#,;)\]]/.test(before)
      ? /[\p{L}\p{N}]/u.test(after)
      : /\p{Ll}/u.test(before) && /\p{Lu}/u.test(after))
  );
}

function hyphenBreaks(word: string, offset: number, stretches: readonly Custom[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isAuthored = word.includes('\u00ad');
  for (let at = 1; isAuthored && at < word.length; at++) if (word[at - 1] === '\u00ad') found.add(at);
  // An author's soft hyphens replace the patterns'. Digits and addresses are never hyphenated.
  if (isAuthored || /[\d@_/\\]/.test(word)) return found;
  for (const match of word.matchAll(WORD)) {
    const letters = match[0];
    const stretch = stretchAt(stretches, offset + match.index + 1);
    if (!stretch?.hyphenate || stretch.code || /.\p{Lu}/u.test(letters)) continue;
    let at = match.index;
    for (const part of stretch.hyphenate(letters).slice(0, -1)) {
      at += part.length;
      found.add(at);
    }
  }
  return found;
}

function stretchAt(stretches: readonly Custom[], offset: number): Custom | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Custom).end >= offset) high = middle;
    else low = middle + 1;
  }
  return stretches[low];
}
