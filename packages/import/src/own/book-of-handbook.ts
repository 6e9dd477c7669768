import {
  clausesIn,
  type Entry,
  type FootnoteDefinition,
  type Handbook,
  numberedIn,
  type Page,
} from '@octavo/core';
import type { FootnoteDefinition as MdastNote } from 'mdast';
import type { Book, BookEntry, BookPage } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import { type Finding, finding } from '../model/finding.ts';
import { phrasingToMarkdown } from '../write/to-markdown.ts';
import { declaredGrammar } from './declared-grammar.ts';
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
 * and pictures where they lie beside it. How the formats look is not written in it.
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
  const book: Book = {
    ...{ id, title, language, edition, parts, assets, provisional: false },
    volume: volume as Book['volume'],
    numbers: declaredGrammar(handbook.numbers, handbook.formerNumbers),
    chapters: handbook.chapters.map(({ id: own, title: called, summary }) => ({
      id: own,
      title: called,
      summary,
    })),
    entries: handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => bookEntry(entry, chapter.id, path)),
    ),
    front: handbook.front.map((page) => bookPage(page, path)),
    back: handbook.back.map((page) => bookPage(page, path)),
    topics: topics.map(({ source: _source, ...topic }) => topic),
    matter: matterOf(handbook),
    glossary: terms.length > 0 ? terms : undefined,
  };
  return { book, findings };
}

/** What handbook.yaml says beside what every import writes. */
function matterOf(handbook: Handbook): Readonly<Record<string, unknown>> {
  const { subtitle, description, keywords, publisher, contributors, license, lists } = handbook;
  const { copyright, identifiers, iri, images } = handbook;
  const cover = images.some(({ path }) => path === handbook.cover?.image) ? handbook.cover : undefined;
  return said({
    ...{ subtitle, description, keywords, publisher, contributors, license },
    ...{ copyright, identifiers, numbered: numberedKinds(handbook), lists, cover, iri },
  });
}

/** The values that are not empty. */
function said(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
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

function bookEntry(entry: Entry, chapter: string, path: string): BookEntry {
  const { number, id, related, search, replacedBy, effective, revised, reviewBy, change, origin } = entry;
  const status = entry.status === 'active' ? undefined : entry.status;
  const index = entry.index.map((term) => term.join(' > '));
  const clauses = clausesIn(entry.answer);
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
    question: phrasingToMdast(entry.question),
    answer: blocksToMdast(entry.answer),
    footnotes: notesOf(entry.footnotes),
    aliases: entry.aliases,
    topics: entry.topics,
    chapter,
    place: { path, line: 1 },
    matter: {
      ...said({
        id,
        status,
        related,
        index,
        search,
        replacedBy,
        effective,
        revised,
        reviewBy,
        change,
        moved,
      }),
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
