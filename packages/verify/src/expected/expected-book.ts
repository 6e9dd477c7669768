import { chapterParts, type Entry, type Handbook, isNumberEver, numberKey, type Page } from '@octavo/core';
import { anchorOf } from '../content/entry-anchor.ts';
import { type Facets, facetsOf } from '../content/facets.ts';
import { answerContent } from './answer-content.ts';
import { atLength } from './at-length.ts';
import { type OwnLines, ownLines } from './own-fields.ts';
import { plainPhrasing, shownPhrasing } from './plain-text.ts';

/** An entry as every format must say it. */
export interface ExpectedEntry {
  readonly entry: Entry;
  readonly number: string;
  readonly question: string;
  /** The question as it stands above the answer, with its edits. */
  readonly asked: string;
  readonly facets: Facets;
  readonly chapter: string;
  /** Which notice stands under the question, if any. */
  readonly notice: Notice | undefined;
  /** The publisher's own fields above the answer. */
  readonly own: OwnLines;
  /** What is printed behind the answer, a line each: "Revised November 1, 2026". */
  readonly facts: readonly string[];
}

export interface Notice {
  /** Words and sentences, all of them printed. */
  readonly words: readonly string[];
  readonly replacedBy: string | undefined;
}

/** A prose page, or the introduction of a chapter, as every format must say it. */
export interface ExpectedPage {
  /** What it is called in a finding: `page preface`, `introduction basics`. */
  readonly name: string;
  readonly page: Page;
  readonly facets: Facets;
}

/** What every format must say, computed once. */
export interface ExpectedBook {
  readonly handbook: Handbook;
  /** The handbook as handbook.json has it: without the characters that are printed in place of others. */
  readonly source: Handbook;
  /** What pages may name besides: the titles of formats that are not Octavo's, and the hash. */
  readonly others: readonly string[];
  /** The hash of the book as data, where the folder has one. */
  readonly stateHash?: string;
  readonly entries: readonly ExpectedEntry[];
  readonly byNumber: ReadonlyMap<string, ExpectedEntry>;
  /** By what stands for its number in addresses and anchors. */
  readonly byKey: ReadonlyMap<string, ExpectedEntry>;
  /** The number that a key stands for; the key itself where it stands for none. */
  readonly numberOfKey: (key: string) => string;
  readonly front: readonly ExpectedPage[];
  readonly back: readonly ExpectedPage[];
  /** The introductions of chapters, with the chapters' ids. */
  readonly intros: readonly ExpectedPage[];
}

/** Computes from the handbook's data alone what every format must say. */
export function expectedBook(
  handbook: Handbook,
  others: readonly string[] = [],
  stateHash?: string,
  source: Handbook = handbook,
): ExpectedBook {
  const questions = new Map(
    handbook.chapters.flatMap((chapter) =>
      chapter.entries.map(({ number, question }) => [number, plainPhrasing(question)] as const),
    ),
  );
  const questionOf = (number: string): string => questions.get(number) ?? '';
  const entries = handbook.chapters.flatMap((chapter) =>
    chapter.entries.map((entry): ExpectedEntry => {
      const own = ownLines(entry, handbook, questionOf);
      return {
        entry,
        number: entry.number,
        question: plainPhrasing(entry.question),
        asked: shownPhrasing(entry.edits?.question ?? entry.question),
        facets: facetsOf(answerContent(entry.answer, entry.footnotes, handbook.labels, entry.number)),
        chapter: chapter.id,
        notice: noticeOf(entry, handbook),
        own,
        facts: [...own.after, ...factsOf(entry, handbook)],
      };
    }),
  );
  const byKey = new Map(entries.map((entry) => [numberKey(entry.number), entry]));
  const pages = (list: readonly Page[], kind = 'page'): ExpectedPage[] =>
    list.map((page) => ({
      name: `${kind} ${page.id}`,
      page,
      facets: facetsOf(answerContent(page.body, page.footnotes, handbook.labels)),
    }));
  return {
    handbook,
    source,
    others: stateHash === undefined ? others : [...others, stateHash],
    ...(stateHash === undefined ? {} : { stateHash }),
    entries,
    byNumber: new Map(entries.map((entry) => [entry.number, entry])),
    byKey,
    // In an anchor, hyphens are doubled; a key has no two side by side.
    numberOfKey: (key) => byKey.get(key.replaceAll('--', '-'))?.number ?? key,
    front: pages(handbook.front),
    back: pages(handbook.back),
    intros: pages(
      handbook.chapters.flatMap(({ intro }) => intro ?? []),
      'introduction',
    ),
  };
}

/** Where the addresses of ids, old ids and old numbers lead: the number of the entry. */
export function redirectsOf({
  entries,
  handbook,
}: ExpectedBook): readonly { readonly from: string; readonly to: string }[] {
  return entries.flatMap(({ number, entry }) =>
    [...entry.aliases, entry.id]
      .map((name) => aliasKey(name, handbook))
      .filter((from) => from !== numberKey(number))
      .map((from) => ({ from, to: number })),
  );
}

/** What stands for an old number or id in addresses: a number, also one of an earlier grammar, has a key. */
export function aliasKey(name: string, handbook: Handbook): string {
  return isNumberEver(name, handbook) ? numberKey(name) : name;
}

/** The Markdown twin of a chapter with an introduction: it lies beside the first page of the chapter. */
export function introTwin({ chapters }: Pick<Handbook, 'chapters'>, id: string): string {
  const [first] = chapters.filter((chapter) => chapter.id === id).flatMap(chapterParts);
  return `${first?.id ?? id}/index.md`;
}

/** A number and its question in one line: a point stands between the two, unless the number ends in a sign. */
export function numbered({ number, question }: Pick<ExpectedEntry, 'number' | 'question'>): string {
  return `${/[^\p{L}\p{N}]$/u.test(number) ? number : `${number}.`} ${question}`;
}

/** The anchors of an entry: of its number, of its id, and of what it was called before. */
export function anchorsOf({ number, entry }: ExpectedEntry, handbook: Handbook): readonly string[] {
  const old = entry.aliases.map((name) =>
    isNumberEver(name, handbook) || (!handbook.numbers && /^[1-9]/.test(name)) ? anchorOf(name) : name,
  );
  return [anchorOf(number), entry.id, ...old];
}

function noticeOf({ status, replacedBy, unapproved }: Entry, { labels }: Handbook): Notice | undefined {
  const state = {
    active: [],
    draft: [labels.draft],
    deprecated: [labels.deprecated, labels.deprecatedNotice],
    withdrawn: [labels.withdrawn, labels.withdrawnNotice],
  }[status];
  const words = [...(unapproved ? [labels.unapproved] : []), ...state];
  return words.length === 0 && replacedBy === undefined ? undefined : { words, replacedBy };
}

function factsOf({ revised }: Entry, { labels, language }: Handbook): readonly string[] {
  return revised === undefined ? [] : [`${labels.revised} ${atLength(revised, language)}`];
}
