import type { Book } from '../assign/book.ts';
import type { Finding } from '../model/finding.ts';
import type { FoundDocument, FoundDropped } from '../model/found.ts';
import type { Place, SourceKind } from '../model/source.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import type { WrittenFile } from '../write/write-book.ts';
import { type EntryText, entryTexts } from './entry-texts.ts';
import { contentsFindings, incomplete, wordFindings } from './own-findings.ts';
import { type Pair, similarEntries, suggestedLinks } from './similar.ts';
import { type Became, whatBecame } from './what-became.ts';
import { compareWords, type WordCheck } from './word-check.ts';

/** Everything an import has to say: plain data, JSON-serialisable, the same for the same source. */
export interface ImportReport {
  readonly source: string;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly documents: readonly {
    readonly path: string;
    readonly kind: SourceKind;
    readonly questions: number;
  }[];
  readonly counts: {
    readonly chapters: number;
    readonly entries: number;
    readonly pages: number;
    readonly images: number;
    readonly crossLinks: number;
    readonly brokenLinks: number;
    readonly missingAnswers: number;
    /** Of the entries, by their numbers: as in the source, another than there, or where there was none. */
    readonly numbers: { readonly kept: number; readonly changed: number; readonly given: number };
    /** Of the links of the source: where each leads now. */
    readonly links: { readonly entries: number; readonly addresses: number; readonly text: number };
  };
  /** The numbers are the importer's: the source had none. */
  readonly provisional: boolean;
  /** All entries are drafts: the source has questions alone. */
  readonly drafts: boolean;
  readonly entries: readonly {
    readonly number: string;
    readonly id: string;
    readonly question: string;
    readonly chapter: string;
    readonly place: Place;
  }[];
  /** What every part of the source became, in its order. */
  readonly parts: readonly Became[];
  readonly dropped: readonly { readonly what: string; readonly text: string; readonly place: Place }[];
  readonly words: WordCheck;
  readonly findings: readonly Finding[];
  /** Ranked, and never acted on. */
  readonly suggestions: {
    readonly similar: readonly Pair[];
    readonly links: readonly Pair[];
  };
}

interface Import {
  readonly name: string;
  readonly documents: readonly FoundDocument[];
  readonly dropped: readonly FoundDropped[];
  readonly findings: readonly Finding[];
  readonly book: Book | undefined;
  readonly files: readonly WrittenFile[];
}

/** Makes the report of an import. */
export function reportOf({ name, documents, dropped, findings, book, files }: Import): ImportReport {
  const texts: readonly EntryText[] = book ? entryTexts(book) : [];
  const words = compareWords(documents, dropped, book, files);
  const all = [
    ...documents.flatMap((document) => document.findings),
    ...findings,
    ...contentsFindings(dropped),
    ...wordFindings(words),
    ...incomplete(book),
  ];
  const count = (kind: Finding['kind']) => all.filter((finding) => finding.kind === kind).length;
  return {
    source: name,
    title: book?.title,
    language: book?.language,
    documents: documents.map(({ path, kind, parts }) => ({
      path,
      kind,
      questions: parts.filter((part) => part.kind === 'question').length,
    })),
    counts: {
      chapters: book?.chapters.length ?? 0,
      entries: book?.entries.length ?? 0,
      pages: (book?.front.length ?? 0) + (book?.back.length ?? 0),
      images: book?.assets.size ?? 0,
      crossLinks: texts.reduce((sum, { links }) => sum + links.length, 0),
      brokenLinks: count('link-broken'),
      missingAnswers: count('answer-missing'),
      numbers: numbersOf(book),
      links: book?.links ?? { entries: 0, addresses: 0, text: 0 },
    },
    provisional: book?.provisional ?? false,
    drafts: book?.entries.every(({ draft }) => draft) ?? false,
    entries:
      book?.entries.map(({ number, id, question, chapter, place }) => ({
        number,
        id,
        question: textOf(question),
        chapter,
        place,
      })) ?? [],
    parts: whatBecame(documents, dropped, book),
    dropped: dropped.map(({ what, text, place }) => ({ what, text: excerpt(text, 300), place })),
    words,
    findings: all.sort((a, b) =>
      a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : a.place.line - b.place.line,
    ),
    suggestions: {
      similar: similarEntries(texts),
      links: suggestedLinks(texts),
    },
  };
}

function numbersOf(book: Book | undefined): ImportReport['counts']['numbers'] {
  const entries = book?.entries ?? [];
  const numbered = entries.filter(({ sourceNumber }) => sourceNumber !== undefined);
  const kept = numbered.filter(({ number, sourceNumber }) => number === sourceNumber).length;
  return { kept, changed: numbered.length - kept, given: entries.length - numbered.length };
}
