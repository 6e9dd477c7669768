import type { Handbook } from '@octavo/core';
import { soundLetters } from '../content/sound-letters.ts';
import { atLength } from '../expected/at-length.ts';
import type { Case } from './findings.ts';

/** How a format marks words that were inserted or deleted: by a word before them, or by a sign. */
export type MarkedAs = (kind: 'inserted' | 'deleted', text: string) => string;

/** The way of HTML and EPUB. */
export function spelledOut({ labels }: Handbook): MarkedAs {
  return (kind, text) => `[${labels[kind]}: ${text}]`;
}

/** The way of paper. */
export const signed: MarkedAs = (kind, text) => `[${kind === 'inserted' ? '+' : '−'}${text}]`;

/**
 * Holds what a format says of the corrigenda to the handbook: one item each, in its order, with every piece of it in
 * order. The links between the pieces are the format's own.
 */
export function compareErrata(
  own: Case,
  { errata = [], labels, language }: Handbook,
  items: readonly string[],
  mark: MarkedAs,
): void {
  const wanted = errata.map(({ number, question, from, to, version, date, note = '', passages }) => [
    number,
    question,
    labels.correction,
    labels.errorIn
      .replace('{editions}', from === to ? from : `${from}–${to}`)
      .replace('{version}', version)
      .replace('{date}', atLength(date, language)),
    note,
    ...passages.flatMap(({ segments }) =>
      segments.map(({ kind, text }) => (kind === 'same' ? text : mark(kind, text))),
    ),
  ]);
  const found = items.map((item, at) => (says(item, wanted[at] ?? []) ? (wanted[at] ?? []).join(' ') : item));
  own.list(
    'documents',
    wanted.map((pieces) => pieces.join(' ')),
    found,
    'the corrigenda',
  );
}

/** Whether a text holds all pieces in their order; of the signs that stand in it only those of marks count. */
function says(text: string, pieces: readonly string[]): boolean {
  const letters = bare(text);
  let at = 0;
  for (const piece of pieces.map(bare)) {
    const place = letters.indexOf(piece, at);
    if (place < 0) return false;
    at = place + piece.length;
  }
  return pieces.length > 0;
}

function bare(text: string): string {
  return text.replace(/[^[\]+−]+/g, soundLetters);
}
