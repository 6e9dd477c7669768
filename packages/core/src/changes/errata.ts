import type { EditionText, EntryChange, EntryText, Passage } from '../model/change.ts';
import type { Erratum } from '../model/documents.generated.ts';
import { instant } from '../model/instant.ts';
import { differences, type Titles, titlesOf } from './compare-editions.ts';

/** An edition, and what an entry said from then on until its next state. */
export interface EntryState {
  readonly edition: EditionText;
  readonly entry: EntryText;
}

/** A correction that an edition made: what the entry says now, and its states before, oldest first. */
export interface Correction {
  readonly change: EntryChange;
  readonly entry: EntryText;
  readonly was: EntryText;
  readonly states: readonly EntryState[];
}

/**
 * Whether an edition corrected an error: its editor says so by `change: { significance: correction }`. One that stands
 * in the front matter since an earlier edition, with the same note, spoke of that edition's correction.
 */
export function isCorrection({ significance, kind }: EntryChange, entry: EntryText, was: EntryText): boolean {
  const isNew = was.change?.significance !== 'correction' || was.change.note !== entry.change?.note;
  return significance === 'correction' && isNew && (kind === 'changed' || kind === 'deprecated');
}

/** Tells a correction: which editions had the error, what they said, and what `edition`, after `last`, says. */
export function erratumOf(
  { change, entry, was, states }: Correction,
  last: EditionText,
  edition: EditionText,
): Erratum {
  const titles = titlesOf(last, edition);
  const passages = differences(was, entry, titles);
  const wrong = new Set(editsOf(passages));
  // An edition had the error while one of the corrected places read there as it did at last.
  const had = states.findLastIndex(({ entry: old }) => !isWrong(old, was, entry, wrong, titles)) + 1;
  return {
    number: entry.number,
    question: change.question,
    from: (states[had]?.edition ?? last).version,
    to: last.version,
    version: edition.version,
    date: instant(edition.date),
    ...(entry.change?.note === undefined ? {} : { note: entry.change.note }),
    passages: passages as Erratum['passages'],
  };
}

function isWrong(
  old: EntryText,
  was: EntryText,
  now: EntryText,
  wrong: ReadonlySet<string>,
  titles: Titles,
): boolean {
  return (
    old.fingerprint === was.fingerprint ||
    editsOf(differences(old, now, titles)).some((edit) => wrong.has(edit))
  );
}

/** Each place at which a paragraph or a fact differs: what was there, and what is there instead. */
function editsOf(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap(({ part, segments }) =>
    segments.flatMap(({ kind, text }, at) => {
      const before = segments[at - 1];
      if (kind === 'same' || (kind === 'inserted' && before?.kind === 'deleted')) return [];
      const next = segments[at + 1];
      const edit = kind === 'inserted' ? ['', text] : [text, next?.kind === 'inserted' ? next.text : ''];
      return [JSON.stringify([part, ...edit.map((words) => words.trim())])];
    }),
  );
}

/** The corrigenda of earlier editions, under the numbers and questions that their entries have in an edition. */
export function broughtForward(
  errata: readonly Erratum[],
  edition: EditionText,
  old: ReadonlyMap<string, EntryText>,
): readonly Erratum[] {
  if (errata.length === 0) return errata;
  const now = new Map([...old].map(([number, was]) => [was.number, number]));
  const questions = new Map(edition.entries.map(({ number, words }) => [number, words?.question]));
  return errata.map((one) => {
    const number = now.get(one.number) ?? one.number;
    return { ...one, number, question: questions.get(number) ?? one.question };
  });
}
