import { type Entry, toText } from '@octavo/core';

/** A question as plain text, on one line. */
export function questionText(entry: Entry): string {
  return toText(entry.question).replace(/\s+/g, ' ').trim();
}

/** The beginning of an answer as plain text, at most `length` characters, cut between words. */
export function excerpt(entry: Entry, length: number): string {
  const text = toText(entry.answer).replace(/\s+/g, ' ').trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
