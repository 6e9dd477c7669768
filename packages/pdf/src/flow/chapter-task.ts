import { type Chapter, crossReferences, type Entry, type Page, type Task } from '@octavo/core';
import { packList } from '../display/packed-list.ts';
import type { BookFont } from '../fonts/book-fonts.ts';
import { fontSet } from '../fonts/font-set.ts';
import { MODULE } from '../own-files.ts';
import { loadDrawing } from '../picture/load-drawing.ts';
import { loadHyphenators } from '../text/hyphenation.ts';
import { layOutChapter } from './chapter.ts';
import type { EntryTitle } from './entry-title.ts';
import type { BookFacts } from './facts.ts';
import { finishList } from './finish-list.ts';
import { layOutPage } from './prose-page.ts';
import { startSession } from './session.ts';

/** A chapter or a prose page. */
export type SectionSource =
  | { readonly kind: 'chapter'; readonly chapter: Chapter; readonly number: number; readonly part?: string }
  | { readonly kind: 'page'; readonly page: Page };

/**
 * This is everything that one chapter or prose page needs in order to be laid out anywhere, as plain data
 * that can be cloned.
 */
export interface SectionInput {
  readonly facts: BookFacts;
  readonly fonts: readonly BookFont[];
  readonly languages: readonly string[];
  /** A `SectionText` as JSON, which is quicker to hand over than the tree it stands for. */
  readonly text: string;
}

export interface SectionText {
  readonly section: SectionSource;
  /** Of the entries the section names. */
  readonly titles: readonly EntryTitle[];
  /**
   * This tells how many digits the page numbers of the entries have that the section cites, by the entries'
   * numbers.
   */
  readonly digits: Readonly<Record<string, number>>;
}

/** Lays out one section of the book and packs its display list. A pure function of its input. */
export async function layOutSection(input: SectionInput): Promise<Uint8Array> {
  const fonts = fontSet(input.fonts);
  await loadDrawing(input.facts);
  const { section, titles: named, digits } = JSON.parse(input.text) as SectionText;
  const session = startSession(input.facts, fonts, await loadHyphenators(input.languages), digits);
  const titles = new Map(named.map((title) => [title.number, title]));
  const pages =
    section.kind === 'chapter'
      ? await layOutChapter(session, section, titles)
      : await layOutPage(session, section.page);
  return packList(finishList(session, pages));
}

export const SECTION_TASK: Task<SectionInput, Uint8Array> = {
  module: MODULE,
  name: 'layOutSection',
  run: layOutSection,
};

/** Returns the numbers that an entry names outside its text. */
export function namedBy({ related, replacedBy, fields = [] }: Entry): readonly string[] {
  const inFields = crossReferences(fields.flatMap(({ prose = [] }) => prose.flat()));
  return [
    ...related,
    ...(replacedBy === undefined ? [] : [replacedBy]),
    ...inFields.map(({ number }) => number),
  ];
}
