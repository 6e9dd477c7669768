import { type Handbook, type Page, toText } from '@octavo/core';
import { bookRange, entryAnchor } from '@octavo/core/say';
import type { Section } from '../display/bound-book.ts';
import type { EntryTitle } from '../flow/entry-title.ts';
import { layOutChanges } from './changes.ts';
import { layOutContents } from './contents.ts';
import { contentsItems } from './contents-items.ts';
import { layOutCover } from './cover.ts';
import { layOutGlossary } from './glossary.ts';
import { inOrder } from './in-order.ts';
import { layOutIndex } from './index-section.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';
import { chapterList, type KeyedList, ownList, pageList } from './section-lists.ts';
import { layOutTitlePages } from './title-pages.ts';
import type { Workshop } from './workshop.ts';

/** How many sections wait for each task that an executor runs at once: more would only take memory. */
const LOOK_AHEAD = 8;

/** Lays out every section of the book, in order. */
export async function makeSections(shop: Workshop): Promise<readonly Section[]> {
  const { handbook } = shop;
  const { labels } = handbook;
  const titles = entryTitles(handbook);
  const questions = [...titles.values()].map(({ number, text }) => [number, text]);
  const width = (shop.options.executor?.width ?? 0) * LOOK_AHEAD + 1;
  const [front, chapters, back] = [
    await inOrder(handbook.front, width, (page) => pageList(shop, page)),
    await inOrder(handbook.chapters, width, (chapter, index) =>
      chapterList(shop, chapter, index + 1, titles),
    ),
    await inOrder(handbook.back, width, (page) => pageList(shop, page)),
  ];
  const frame = [frameOf(handbook), titles.size, bookRange(handbook)];
  const coverPictures = [...shop.facts.pictures.keys()].map(shop.pictureDigest);
  const cover = await ownList(shop, 'cover', [frame, shop.facts.images, coverPictures], (session) =>
    layOutCover(session, handbook),
  );
  const titlePages = await ownList(shop, 'title', [frame], (session) => layOutTitlePages(session, handbook));
  const extras = await backMatter(shop, questions);
  const prose = handbook.front.map((page, index) => proseOf(page, front[index] as KeyedList, 'front'));
  const body = handbook.chapters.map(
    (chapter, index): Section => ({
      key: chapter.id,
      title: chapter.title,
      ...(chapters[index] as KeyedList),
      matter: 'body',
      head: chapter.title,
      anchor: `chapter-${chapter.id}`,
    }),
  );
  const after = [
    ...handbook.back.map((page, index) => proseOf(page, back[index] as KeyedList, 'back')),
    ...extras,
  ];
  const terms = handbook.chapters.flatMap((chapter) =>
    chapter.entries.flatMap((entry) =>
      entry.index.length > 0 ? [[entry.number, entry.index] as const] : [],
    ),
  );
  const items = contentsItems(handbook, (shop.options.changes ?? []).length > 0);
  const listed = items.map(({ entries, ...item }) => [
    item,
    entries?.map((entry) => [entry.number, entry.question]),
  ]);
  const contents = await ownList(shop, 'contents', [listed], (session) =>
    layOutContents(session, handbook, items),
  );
  const sections = [
    matterOf('cover', labels.cover, cover, 'cover'),
    { ...matterOf('title-page', labels.titlePage, titlePages, 'front'), recto: true },
    matterOf('contents', labels.contents, contents, 'front'),
    ...prose,
    ...body,
    ...after,
  ];
  if (terms.length === 0) return sections;
  // The index prints the labels of pages that all stand before it.
  const numbered = numberPages(sections, labels.cover);
  const places = locate(sections, numbered, 0);
  const labelOf = (anchor: string): string | undefined => numbered[places.get(anchor)?.page ?? -1]?.label;
  const printed = terms.map(([number]) => labelOf(entryAnchor(number)));
  const index = await ownList(shop, 'index', [terms, printed], (session) =>
    layOutIndex(session, handbook, labelOf),
  );
  return [...sections, matterOf('index', labels.index, index, 'back')];
}

/** The changes in this edition and the glossary, where there are any. */
async function backMatter(shop: Workshop, questions: unknown): Promise<readonly Section[]> {
  const { handbook } = shop;
  const { labels } = handbook;
  const { changes = [], changesSince } = shop.options;
  const extras: Section[] = [];
  if (changes.length > 0) {
    const list = await ownList(
      shop,
      'changes',
      [changes, changesSince, handbook.edition, questions],
      (session) => layOutChanges(session, handbook, changes, changesSince),
    );
    extras.push(matterOf('changes', labels.changes, list, 'back'));
  }
  if (handbook.glossary.length > 0) {
    const list = await ownList(shop, 'glossary', [handbook.glossary, questions], (session) =>
      layOutGlossary(session, handbook),
    );
    extras.push(matterOf('glossary', labels.glossary, list, 'back'));
  }
  return extras;
}

function proseOf(page: Page, list: KeyedList, matter: Section['matter']): Section {
  return { key: page.id, title: page.title, ...list, matter, head: page.title, anchor: page.id };
}

function matterOf(key: string, title: string, list: KeyedList, matter: Section['matter']): Section {
  return { key, title, ...list, matter, head: title, anchor: key };
}

/** What the cover and the title pages may print: all of the handbook but its text. */
function frameOf(handbook: Handbook): unknown {
  const {
    chapters: _,
    front: __,
    back: ___,
    glossary: ____,
    redirects: _____,
    images: ______,
    ...frame
  } = handbook;
  return frame;
}

function entryTitles(handbook: Handbook): ReadonlyMap<string, EntryTitle> {
  const titles = new Map<string, EntryTitle>();
  for (const chapter of handbook.chapters) {
    for (const { number, question } of chapter.entries)
      titles.set(number, { number, text: toText(question), question });
  }
  return titles;
}
