import {
  clausesIn,
  directionOf,
  type Entry,
  type FootnoteDefinition,
  type Handbook,
  labelsFor,
  numberedIn,
  type Page,
} from '@octavo/core';
import { ownFacts, sayText } from '@octavo/core/say';
import type { FootnoteDefinition as MdastNote } from 'mdast';
import type { Book, BookEntry, BookPage } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import { phrasingToMarkdown } from '../markdown/to-markdown.ts';
import { type Finding, finding } from '../model/finding.ts';
import { declaredGrammar } from './declared-grammar.ts';
import { declaredTypes } from './declared-types.ts';
import { blocksToMdast, phrasingToMdast } from './to-mdast.ts';

/** Whether data is the document of a handbook that a build writes: handbook.json. */
export function isHandbook(data: unknown): data is Handbook {
  const book = data as Partial<Handbook> | null;
  return (
    typeof book === 'object' &&
    book?.schemaVersion === 1 &&
    typeof book.iri === 'string' &&
    Array.isArray(book.chapters) &&
    Array.isArray(book.front) &&
    book.chapters.every(({ entries }) => Array.isArray(entries))
  );
}

/**
 * The book that a handbook.json was made of: numbers, ids, links, statuses, topics and terms as they were,
 * and pictures where they lie beside it.
 */
export function bookOfHandbook(
  handbook: Handbook,
  path: string,
  find: FindAsset,
): { readonly book: Book; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const assets = new Map<string, Uint8Array>();
  for (const { path: name, sha256 } of handbook.images) {
    const base = name.split('/').at(-1) ?? name;
    const places = [name, `images/${name}`, `html/${name}`, `assets/${base}`];
    const bytes = [...places, `images/${sha256.slice(0, 16)}-${base}`]
      .map(find)
      .find((found) => found !== undefined);
    const reason = `the image "${name}" is not beside the document`;
    const note = `Put it into ${name} of the handbook.`;
    if (bytes) assets.set(name, bytes);
    else findings.push(finding('image-missing', 'warning', { path, line: 1 }, reason, note));
  }
  const { id, title, language, edition, volume, parts, topics, glossary } = handbook;
  const terms = glossary.map(({ source: _source, definition, also, entries, ...term }) => ({
    ...term,
    definition: phrasingToMarkdown(phrasingToMdast(definition)),
    also: also.length > 0 ? also : undefined,
    entries: entries.length > 0 ? entries : undefined,
  }));
  const { types, taxonomies, requires } = declaredTypes(handbook.types);
  const book: Book = {
    ...{ id, title, language, edition, parts, assets, types, taxonomies, provisional: false },
    volume: volume as Book['volume'],
    numbers: declaredGrammar(handbook.numbers, handbook.formerNumbers),
    chapters: handbook.chapters.map(({ id: own, title: called, summary }) => ({
      id: own,
      title: called,
      summary,
      requires: requires.get(own),
    })),
    entries: handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => bookEntry(entry, chapter.id, path, handbook)),
    ),
    front: handbook.front.map((page) => bookPage(page, path)),
    intros: handbook.chapters.flatMap(({ intro }) => (intro ? [bookPage(intro, path)] : [])),
    back: handbook.back.map((page) => bookPage(page, path)),
    topics: topics.map(({ source: _source, ...topic }) => topic),
    matter: matterOf(handbook),
    glossary: terms.length > 0 ? terms : undefined,
  };
  return { book, findings };
}

/** What handbook.yaml says beside what every import writes; what the handbook has besides is made of its files. */
function matterOf(handbook: Handbook): Readonly<Record<string, unknown>> {
  const {
    schemaVersion: _,
    numbers,
    formerNumbers,
    stage,
    images,
    redirects,
    types,
    editions: _editions,
    ...book
  } = handbook;
  const { front, back, chapters, parts, topics, glossary, volume, edition, ...matter } = book;
  const { labels, settings, direction, ...rest } = matter;
  const known = new Map(Object.entries(labelsFor(handbook.language) ?? {}));
  const own = Object.entries(labels).filter(([name, label]) => known.get(name) !== label);
  const { review, ...looks } = settings;
  const said = Object.entries(looks).map(([name, one]) => [
    name,
    typeof one === 'string' ? one : filled(one),
  ]);
  return filled({
    ...rest,
    numbered: numberedKinds(handbook),
    direction: direction === directionOf(handbook.language) ? undefined : direction,
    labels: Object.fromEntries(own),
    ...Object.fromEntries(said),
    review: review.required ? review : undefined,
  });
}

/** The values that are not empty. */
function filled(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isSaid(value)));
}

/** What is numbered in answers: the document has the numbers, and not the setting. */
function numberedKinds({ chapters }: Handbook): readonly string[] {
  const kinds = { figure: 'figures', table: 'tables', math: 'formulas', heading: 'headings' } as const;
  const parts = chapters.flatMap(({ entries }) => entries.flatMap(({ answer }) => numberedIn(answer)));
  return [...new Set(parts.map(({ type }) => kinds[type]))];
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function bookEntry(entry: Entry, chapter: string, path: string, handbook: Handbook): BookEntry {
  const { number, id, question, answer, footnotes, aliases, topics, source: _source, ...facts } = entry;
  const { fields = [], status, origin, fingerprint: _print, unapproved: _unapproved, ...made } = facts;
  const { approvedBy: _roles, ...more } = made;
  // What became of an entry is the ledger's to say.
  const { history: _history, ...rest } = more;
  // Terms that fields put into the index come from the fields again.
  const indexed = ownFacts(entry, handbook, (field) => field.index).flatMap(({ values }) =>
    values.map(sayText),
  );
  const index = entry.index.map((term) => term.join(' > ')).filter((term) => !indexed.includes(term));
  const clauses = clausesIn(answer);
  const moved = Object.fromEntries(
    clauses.flatMap(({ clause, formerly = [], movedTo }) => [
      ...formerly.map((old) => [old, clause]),
      ...(movedTo === undefined ? [] : [[clause, movedTo]]),
    ]),
  );
  return {
    number,
    sourceNumber: number,
    id,
    question: phrasingToMdast(question),
    answer: blocksToMdast(answer),
    footnotes: notesOf(footnotes),
    aliases,
    topics,
    chapter,
    place: { path, line: 1 },
    matter: {
      ...filled({ id, ...rest, index, moved, status: status === 'active' ? undefined : status }),
      ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
      ...(clauses.length > 0 ? { clauses: true } : {}),
      origin: origin ?? null,
    },
  };
}

function bookPage({ id, title, body, footnotes }: Page, path: string): BookPage {
  return { id, title, body: blocksToMdast(body), footnotes: notesOf(footnotes), place: { path, line: 1 } };
}

function notesOf(notes: readonly FootnoteDefinition[]): ReadonlyMap<string, MdastNote> {
  return new Map(
    notes.map((note) => [
      note.identifier,
      {
        type: 'footnoteDefinition',
        identifier: note.identifier,
        label: note.identifier,
        children: blocksToMdast(note.children) as MdastNote['children'],
      },
    ]),
  );
}
