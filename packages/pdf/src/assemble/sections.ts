import {
  type Chapter,
  type CompileOptions,
  type FontFile,
  type Handbook,
  type Page,
  toText,
  walk,
} from '@octavo/core';
import type { DisplayList } from '../display/display-list.ts';
import { type EntryTitle, namedBy, SECTION_TASK, type SectionInput } from '../flow/chapter-task.ts';
import type { BookFacts, Session } from '../flow/session.ts';
import type { Section } from './book-page.ts';
import { layOutChanges } from './changes.ts';
import { layOutContents } from './contents.ts';
import { contentsItems } from './contents-items.ts';
import { layOutCover } from './cover.ts';
import { layOutGlossary } from './glossary.ts';
import { layOutIndex } from './index-section.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';
import { layOutTitlePages } from './title-pages.ts';

/** Everything the book's sections are made from. */
export interface Workshop {
  readonly handbook: Handbook;
  readonly facts: BookFacts;
  readonly fonts: readonly FontFile[];
  readonly options: CompileOptions;
  readonly languages: readonly string[];
  readonly session: () => Session;
}

/** Lays out every section of the book, in order. */
export async function makeSections(shop: Workshop): Promise<readonly Section[]> {
  const { handbook } = shop;
  const { labels } = handbook;
  const titles = entryTitles(handbook);
  const front = await inTurn(shop, handbook.front, (page) => layOutPage(shop, page, titles));
  const chapters = await inTurn(shop, handbook.chapters, (chapter, index) =>
    layOutChapter(shop, chapter, index, titles),
  );
  const back = await inTurn(shop, handbook.back, (page) => layOutPage(shop, page, titles));
  const proseOf = (page: Page, list: DisplayList, matter: Section['matter']): Section => ({
    key: page.id,
    title: page.title,
    list,
    matter,
    head: page.title,
    anchor: page.id,
  });
  const changes = shop.options.changes?.length
    ? layOutChanges(shop.session(), handbook, shop.options.changes, shop.options.changesSince)
    : undefined;
  const glossary = handbook.glossary.length > 0 ? layOutGlossary(shop.session(), handbook) : undefined;
  const matter = (key: string, title: string, list: DisplayList, where: Section['matter']): Section => ({
    key,
    title,
    list,
    matter: where,
    head: title,
    anchor: key,
  });

  const before = [matter('cover', labels.cover, await layOutCover(shop.session(), handbook), 'cover')];
  const title: Section = {
    ...matter('title-page', labels.titlePage, await layOutTitlePages(shop.session(), handbook), 'front'),
    recto: true,
  };
  const prose = handbook.front.map((page, index) => proseOf(page, front[index] as DisplayList, 'front'));
  const body = handbook.chapters.map(
    (chapter, index): Section => ({
      key: chapter.id,
      title: chapter.title,
      list: chapters[index] as DisplayList,
      matter: 'body',
      head: chapter.title,
      anchor: `chapter-${chapter.id}`,
    }),
  );
  const after = [
    ...handbook.back.map((page, index) => proseOf(page, back[index] as DisplayList, 'back')),
    ...(changes ? [matter('changes', labels.changes, changes, 'back')] : []),
    ...(glossary ? [matter('glossary', labels.glossary, glossary, 'back')] : []),
  ];
  const hasIndex = handbook.chapters.some((chapter) =>
    chapter.entries.some((entry) => entry.index.length > 0),
  );
  const items = contentsItems(handbook, prose, [
    ...after,
    ...(hasIndex ? [{ title: labels.index, anchor: 'index' }] : []),
  ]);
  const contents = matter(
    'contents',
    labels.contents,
    layOutContents(shop.session(), handbook, items),
    'front',
  );
  const sections = [...before, title, contents, ...prose, ...body, ...after];
  if (!hasIndex) return sections;
  // The index prints the labels of pages that all stand before it.
  const numbered = numberPages(sections, labels.cover);
  const places = locate(sections, numbered, 0);
  const labelOf = (anchor: string): string | undefined => numbered[places.get(anchor)?.page ?? -1]?.label;
  return [...sections, matter('index', labels.index, layOutIndex(shop.session(), handbook, labelOf), 'back')];
}

/** Side by side with an executor; in process one after the other. */
async function inTurn<Value>(
  shop: Workshop,
  values: readonly Value[],
  make: (value: Value, index: number) => Promise<DisplayList>,
): Promise<readonly DisplayList[]> {
  if (shop.options.executor) return Promise.all(values.map(make));
  const lists: DisplayList[] = [];
  for (const [index, value] of values.entries()) lists.push(await make(value, index));
  return lists;
}

function layOutChapter(
  shop: Workshop,
  chapter: Chapter,
  index: number,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<DisplayList> {
  const part = shop.handbook.parts.find((own) => own.chapters[0] === chapter.id)?.title;
  const named = chapter.entries.flatMap((entry) => namedBy(entry));
  return run(shop, { kind: 'chapter', chapter, number: index + 1, ...(part ? { part } : {}) }, named, titles);
}

function layOutPage(
  shop: Workshop,
  page: Page,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<DisplayList> {
  return run(shop, { kind: 'page', page }, [], titles);
}

async function run(
  shop: Workshop,
  section: SectionInput['section'],
  named: readonly string[],
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<DisplayList> {
  const nodes =
    section.kind === 'page'
      ? [...section.page.body, ...section.page.footnotes]
      : section.chapter.entries.flatMap((entry) => [...entry.answer, ...entry.footnotes]);
  const urls = new Set([...walk(nodes)].flatMap((node) => (node.type === 'image' ? node.url : [])));
  const pictures = new Map([...shop.facts.pictures].filter(([path]) => urls.has(path)));
  const input: SectionInput = {
    facts: { ...shop.facts, pictures },
    fonts: shop.fonts,
    languages: shop.languages,
    section,
    titles: [...new Set(named)].flatMap((number) => titles.get(number) ?? []),
  };
  return shop.options.executor ? shop.options.executor.run(SECTION_TASK, input) : SECTION_TASK.run(input);
}

function entryTitles(handbook: Handbook): ReadonlyMap<string, EntryTitle> {
  const titles = new Map<string, EntryTitle>();
  for (const chapter of handbook.chapters) {
    for (const { number, question } of chapter.entries)
      titles.set(number, { number, text: toText(question), question });
  }
  return titles;
}
