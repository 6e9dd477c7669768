import { isNumber } from '@octavo/core';
import { asks } from './asks.ts';
import { QUESTION_MARK, toAscii } from './marks.ts';

/** What stands before the words of a question. */
export interface Prefix {
  /** How many UTF-16 units it takes. */
  readonly length: number;
  /** As the handbook writes numbers: `12`, `1.3`, `634A`. */
  readonly number?: string | undefined;
  /** The number as written, where it is none that a handbook can have: `0`, `007`. */
  readonly odd?: string | undefined;
  /** The number as written, where letters stand before it: `A12`. */
  readonly label?: string | undefined;
  /** It says that a question follows (`Q:`). */
  readonly marked: boolean;
}

/** Matches `12.`, `12)`, `(12)`, `[1.2]`, `#12`, `1.2 `, `1-3.` and `12 -`. The one group that takes part holds the number. */
const NUMBER =
  /^\s*(?:[[(【]\s*(?:#\s*)?(\d{1,6}(?:[.-]\d{1,4}){0,5}[A-Za-z]?)\s*[\])】]\s*[.:–—-]*\s*|#?(\d{1,6}(?:[.-]\d{1,4}){1,5}[A-Za-z]?)(?:[.):、]+(?!\d)|\s*[–—-]+(?=\s)|(?=\s))\s*|(?:(?:№|No\.?|Nr\.?|#)\s*)?(\d{1,6}[A-Za-z]?)\s?(?:[.):、]+(?!\d)|[–—-]+(?=\s))\s*)/;
/** Matches `A12)` and `B-3.` before words. */
const LETTERED = /^\s*([A-Z]{1,3}-?\d{1,4}(?:\.\d{1,4}){0,3})\s?[.)]\s+(?=\p{L})/u;
const SUBJECT = /^\s*(?:Subject|Betreff|Sujet|Asunto)\s*:\s*/i;
const WORDED = /^\s*(?:§|No\.?|Nr\.?)\s*(\d{1,6}(?:\.\d{1,4}){0,5}[A-Za-z]?)\s*[.):–—-]?\s*/;

/** Reads the number and the mark at the beginning of a text, if there is any. */
export function readNumber(written: string): Prefix | undefined {
  const text = toAscii(written.slice(0, 80));
  const subject = SUBJECT.exec(text)?.[0].length ?? 0;
  const rest = text.slice(subject);
  const mark = QUESTION_MARK.exec(rest);
  if (mark) {
    const number = mark[2] ?? mark[4];
    const length = subject + mark[0].length;
    if (number !== undefined) return { length, marked: true, ...form(number) };
    const then = NUMBER.exec(rest.slice(mark[0].length));
    if (!then) return { length, marked: true };
    return { length: length + then[0].length, marked: true, ...form(then[1] ?? then[2] ?? then[3] ?? '') };
  }
  const lettered = LETTERED.exec(rest);
  // "A1) Yes." is an answer.
  if (lettered && asks(written.slice(subject + lettered[0].length)) > 0.5) {
    const [all, label = ''] = lettered;
    return {
      length: subject + all.length,
      marked: false,
      label,
      ...form(isNumber(label) ? label : label.replace(/^[A-Z]+-?/, '')),
    };
  }
  const found = NUMBER.exec(rest) ?? WORDED.exec(rest);
  if (!found) return subject > 0 ? { length: subject, marked: false } : undefined;
  // "1. Q: How?" has both.
  const behind = QUESTION_MARK.exec(rest.slice(found[0].length));
  const isMarked = behind !== null && behind[2] === undefined && behind[4] === undefined;
  return {
    length: subject + found[0].length + (isMarked ? behind[0].length : 0),
    marked: isMarked,
    ...form(found[1] ?? found[2] ?? found[3] ?? ''),
  };
}

function form(written: string): { number?: string; odd?: string } {
  const number = written.replaceAll('-', '.').toUpperCase();
  if (isNumber(number)) return { number };
  const plain = number.replace(/(^|\.)0+(?=[1-9])/g, '$1');
  return isNumber(plain) ? { number: plain, odd: written } : { odd: written };
}
