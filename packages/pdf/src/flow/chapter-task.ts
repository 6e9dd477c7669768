import type { Chapter, Entry, FontFile, Page, Phrasing, Task } from '@octavo/core';
import type { DisplayList } from '../display/display-list.ts';
import { fontSet } from '../fonts/font-set.ts';
import { loadFormulas } from '../picture/formula.ts';
import { loadHyphenators } from '../text/hyphenation.ts';
import { layOutChapter } from './chapter.ts';
import { layOutPage } from './prose-page.ts';
import { type BookFacts, startSession } from './session.ts';

/** Everything one chapter or prose page needs to be laid out anywhere: plain, structured-cloneable. */
export interface SectionInput {
  readonly facts: BookFacts;
  readonly fonts: readonly FontFile[];
  readonly languages: readonly string[];
  readonly section:
    | { readonly kind: 'chapter'; readonly chapter: Chapter; readonly number: number; readonly part?: string }
    | { readonly kind: 'page'; readonly page: Page };
  /** Of the entries the section names. */
  readonly titles: readonly EntryTitle[];
}

/** What a reference to an entry prints. */
export interface EntryTitle {
  readonly number: string;
  readonly text: string;
  readonly question: readonly Phrasing[];
}

/** Lays out one section of the book. A pure function of its input. */
export async function layOutSection(input: SectionInput): Promise<DisplayList> {
  const fonts = fontSet(input.fonts);
  if (input.facts.formulas) await loadFormulas();
  const session = startSession(input.facts, fonts, await loadHyphenators(input.languages));
  const { section } = input;
  const titles = new Map(input.titles.map((title) => [title.number, title]));
  const pages =
    section.kind === 'chapter'
      ? await layOutChapter(session, section, titles)
      : await layOutPage(session, section.page);
  return {
    pages,
    structure: session.structure.nodes,
    glyphs: session.glyphs.texts,
    problems: session.problems,
  };
}

export const SECTION_TASK: Task<SectionInput, DisplayList> = {
  module: import.meta.url,
  name: 'layOutSection',
  run: layOutSection,
};

/** The numbers an entry names outside its text. */
export function namedBy(entry: Entry): readonly string[] {
  return [...entry.related, ...(entry.replacedBy === undefined ? [] : [entry.replacedBy])];
}
