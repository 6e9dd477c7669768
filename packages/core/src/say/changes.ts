import { fillLabel } from '../labels/labels-for.ts';
import type { Change, ItemSubject, Passage, Segment } from '../model/change.ts';
import type { CompileOptions } from '../model/compile.ts';
import type { Handbook } from '../model/documents.generated.ts';
import { ENTRY_FIELDS, type FactName } from '../model/entry-facts.ts';
import type { Labels } from '../model/labels.generated.ts';
import { sayDate } from './dates.ts';
import { listed } from './fact.ts';
import { foldChanges } from './fold-changes.ts';
import { sayEdition } from './imprint.ts';
import { type Say, sayLabel, words } from './sentence.ts';

/** A list of changes in the form in which it is read. */
export interface SaidChanges {
  /** "Edition 2, November 1, 2026", and "Since edition 1 of May 4, 2026" where the earlier one is known. */
  readonly opening: readonly (readonly Say[])[];
  /** Whether any words are marked, so that the marks need an explanation. */
  readonly marked: boolean;
  readonly telling: readonly SaidChange[];
  /** Under the label `corrections`. */
  readonly corrections: readonly SaidChange[];
}

/** A change in the form in which it is read: head, word and sentences, followed by the words that differ. */
export interface SaidChange {
  readonly about: Change;
  /** Its place among all changes, from 0, by which a page map names it. */
  readonly place: number;
  /** The number of the entry that it is about, where the book has it: the head is a link to it. */
  readonly entry?: string;
  /** Before the words of the head: the number of an entry, or what the thing is. */
  readonly label: string;
  /** The question of an entry, or the title of the thing. */
  readonly words: string;
  /** What became of it: "Withdrawn". */
  readonly word: string;
  readonly sentences: readonly ChangeSentence[];
  /** The words that differ; those of a fact begin with what it is called. */
  readonly passages: readonly Passage[];
}

/** Where it was, what replaces it, which editions had the error, what its editor says of it, and that only its form changed. */
export interface ChangeSentence {
  readonly name: 'moved' | 'replaced' | 'note' | 'unchanged' | 'corrected';
  readonly say: readonly Say[];
}

/**
 * Says a list of changes. `book` is the edition that the list belongs to; an entry that it lacks is named by
 * its number without a link. `since` is the edition that it is compared with.
 */
export function sayChanges(
  changes: readonly Change[],
  book: Pick<Handbook, 'labels' | 'language' | 'edition' | 'chapters' | 'types'>,
  since: CompileOptions['changesSince'],
): SaidChanges {
  const { labels, language } = book;
  const entries = new Set(book.chapters.flatMap((chapter) => chapter.entries.map(({ number }) => number)));
  const { telling, corrections } = foldChanges(changes);
  const before = since && { version: words(since.version), date: sayDate(since.date, language) };
  return {
    opening: [listed(sayEdition(book)), ...(before ? [sayLabel(labels.changesSince, before)] : [])],
    marked: changes.some(({ passages }) => passages.length > 0),
    telling: telling.map((change, place) => sayChange(change, place, book, entries)),
    corrections: corrections.map((change, place) => sayChange(change, telling.length + place, book, entries)),
  };
}

/** Says the corrigenda of all editions in the form of a list of changes; undefined where there are none. */
export function sayErrata(book: Handbook): SaidChanges | undefined {
  const { errata, labels, language, chapters } = book;
  if (!errata) return undefined;
  const entries = new Set(chapters.flatMap((chapter) => chapter.entries.map(({ number }) => number)));
  const telling = errata.map(({ from, to, version, date, ...erratum }, place): SaidChange => {
    const about = {
      ...erratum,
      subject: 'entry',
      kind: 'changed',
      significance: 'correction',
      chapter: '',
    } as const;
    const said = sayChange(about, place, book, entries);
    const line = sayLabel(labels.errorIn, {
      editions: words(from === to ? from : `${from}–${to}`),
      version: words(version),
      date: sayDate(date, language),
    });
    return { ...said, sentences: [{ name: 'corrected', say: [...line, words('.')] }, ...said.sentences] };
  });
  const marked = errata.some(({ passages }) => passages.length > 0);
  return { opening: [], marked, telling, corrections: [] };
}

type Book = Pick<Handbook, 'labels' | 'types'>;

function sayChange(change: Change, place: number, book: Book, entries: ReadonlySet<string>): SaidChange {
  const { labels } = book;
  const head =
    change.subject === 'entry'
      ? { label: change.number, words: change.question }
      : { label: labelOf(change.subject, labels), words: change.title };
  return {
    about: change,
    place,
    ...(change.number !== undefined && entries.has(change.number) ? { entry: change.number } : {}),
    ...head,
    word: labels[
      change.significance === 'correction' && change.kind === 'changed' ? 'correction' : change.kind
    ],
    sentences: sentencesOf(change, labels, entries),
    passages: change.passages.map((passage) => called(passage, book)),
  };
}

function sentencesOf(
  { kind, movedFrom, replacedBy, note, passages }: Change,
  labels: Labels,
  entries: ReadonlySet<string>,
): readonly ChangeSentence[] {
  const entry = (number: string): Say => (entries.has(number) ? { kind: 'entry', number } : words(number));
  const moved = movedFrom && `${fillLabel(labels.movedFrom, { chapter: movedFrom })}.`;
  return [
    ...(moved ? [{ name: 'moved', say: [words(moved)] } as const] : []),
    ...(replacedBy === undefined
      ? []
      : [
          {
            name: 'replaced',
            say: [...sayLabel(labels.replacedBy, { entry: entry(replacedBy) }), words('.')],
          } as const,
        ]),
    ...(note ? [{ name: 'note', say: [words(note)] } as const] : []),
    ...(kind === 'changed' && passages.length === 0
      ? [{ name: 'unchanged', say: [words(labels.wordsUnchangedNotice)] } as const]
      : []),
  ];
}

/** Puts the name of a fact before it: "Topics: Basics", "Replaced by 634A". */
export function called(passage: Passage, book: Book): Passage {
  const [before = '', after = ''] = templateOf(passage.part, book).split('{entry}');
  const same = (text: string): readonly Segment[] => (text === '' ? [] : [{ kind: 'same', text }]);
  return { ...passage, segments: [...same(before), ...passage.segments, ...same(after)] };
}

/** Parts whose words stand without a name. */
const NAMELESS: ReadonlySet<string> = new Set(['question', 'answer', 'title', 'text', 'type']);

function templateOf(part: Passage['part'], { labels, types }: Book): string {
  if (NAMELESS.has(part)) return '{entry}';
  const rule = ENTRY_FIELDS[part as FactName];
  // The publisher's own, by its title of this edition.
  if (!rule) return `${types?.fields.find(({ name }) => name === part)?.title ?? part}: {entry}`;
  const { label } = rule;
  return labels[label].includes('{entry}') ? labels[label] : `${labels[label]}: {entry}`;
}

/** What a thing that is no entry is called. */
export function labelOf(subject: ItemSubject, labels: Labels): string {
  switch (subject) {
    case 'book':
      return labels.titlePage;
    case 'part':
    case 'chapter':
      return labels.contents;
    case 'page':
      return labels.page;
    case 'term':
      return labels.glossary;
    case 'topic':
      return labels.topics;
  }
}
