import {
  compareNumbers,
  type Entry,
  type Handbook,
  isNumber,
  type Ledger,
  NUMBER_PRESETS,
  numberAtEnd,
  numberBehind,
  numberKey,
  toText,
} from '@octavo/core';
import { stringify } from 'yaml';
import { chapterFor } from '../../new/chapter-for.ts';
import { freeSlug } from '../../new/free-slug.ts';
import { takenNumbers } from '../../new/taken.ts';
import type { AddedEntry } from './plan-update.ts';

/** A file of an entry that an editor has added. */
export interface AddedFile {
  readonly number: string;
  readonly path: string;
  readonly text: string;
}

/**
 * The files of added entries. Each gets the number that the editor gave it, where that is free, or else the next
 * one behind the entry that it stands behind; the last of the book gets the next of all.
 */
export function addedFiles(
  added: readonly AddedEntry[],
  handbook: Handbook,
  ledger: Ledger,
): readonly AddedFile[] {
  const { chapters, numbers: system = NUMBER_PRESETS.decimal } = handbook;
  const entries: Entry[] = chapters.flatMap((chapter) => chapter.entries);
  const taken = takenNumbers(handbook, entries, ledger, ({ question }) => toText(question));
  const given = new Set<string>();
  const isFree = (number: string) => taken(number) === undefined && !given.has(numberKey(number));
  const ids = new Set([
    ...chapters.map(({ id }) => id),
    ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...[...handbook.topics, ...handbook.front, ...handbook.back].map(({ id }) => id),
  ]);
  const sorted = entries.map(({ number }) => number).sort((a, b) => compareNumbers(a, b, system));
  const files: AddedFile[] = [];
  /** The number of the last added entry, behind the entry that it stands behind. */
  const last = new Map<string | undefined, string>();
  for (const { text, behind } of added) {
    const from = last.get(behind) ?? behind ?? sorted[0] ?? '1';
    const next = sorted.find((number) => compareNumbers(number, from, system) > 0);
    const wished = text.number !== '' && isNumber(text.number, handbook.numbers) && isFree(text.number);
    const number = wished
      ? text.number
      : ((next === undefined ? numberAtEnd(from, isFree, system) : undefined) ??
        numberBehind(from, next, isFree, system) ??
        numberAtEnd(sorted.at(-1) ?? from, isFree, system) ??
        text.number);
    given.add(numberKey(number));
    last.set(behind, number);
    const asked = chapters.some(({ id }) => id === text.chapter) ? text.chapter : undefined;
    const chapter = chapterFor(handbook, number, asked);
    const id = freeSlug(text.question, number, (name) => !ids.has(name));
    ids.add(id);
    const matter =
      stringify({ number }, { lineWidth: 0, schema: 'failsafe' }) +
      stringify({ question: text.question, ...text.facts }, { lineWidth: 0 });
    const answer = text.answer.trim();
    files.push({
      number,
      path: `${chapter}/${numberKey(number)}-${id}.md`,
      text: `---\n${matter}---\n\n${answer || 'The answer is still to be written.'}\n`,
    });
  }
  return files;
}
