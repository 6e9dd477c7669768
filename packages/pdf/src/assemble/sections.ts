import { type Chapter, type Handbook, type Page, toText } from '@octavo/core';
import { bookRange, entryAnchor, partLists } from '@octavo/core/say';
import type { Section } from '../display/bound-book.ts';
import type { EntryTitle } from '../flow/entry-title.ts';
import { geometry } from '../page/geometry.ts';
import { layOutChanges } from './changes.ts';
import { layOutContents, layOutPartList } from './contents.ts';
import { contentsItems } from './contents-items.ts';
import { layOutCover } from './cover.ts';
import { layOutGlossary } from './glossary.ts';
import { inOrder } from './in-order.ts';
import { layOutIndex } from './index-section.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';
import { extentOf, guessedDigits, laidOutDigits, type PageDigits, scaleOf } from './page-digits.ts';
import { type ChapterList, chapterList, type KeyedList, ownList, pageList } from './section-lists.ts';
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
  const { body, digits } = await chapterSections(shop, titles, width);
  const [front, back] = [
    await inOrder(handbook.front, width, (page) => pageList(shop, page, digits)),
    await inOrder(handbook.back, width, (page) => pageList(shop, page, digits)),
  ];
  const frame = [frameOf(handbook), titles.size, bookRange(handbook)];
  const coverPictures = [...shop.facts.pictures.keys()].map(shop.pictureDigest);
  const cover = await ownList(shop, 'cover', [frame, shop.facts.images, coverPictures], (session) =>
    layOutCover(session, handbook),
  );
  const titlePages = await ownList(shop, 'title', [frame], (session) => layOutTitlePages(session, handbook));
  const extras = await backMatter(shop, questions, digits);
  const prose = handbook.front.map((page, index) => proseOf(page, front[index] as KeyedList, 'front'));
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
    ...(await partSections(shop)),
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

/** The lists of figures and tables. */
async function partSections(shop: Workshop): Promise<readonly Section[]> {
  return inOrder(partLists(shop.handbook), 1, async (own) => {
    const list = await ownList(shop, 'parts', [own], (session) => layOutPartList(session, own));
    return matterOf(own.kind, own.title, list, 'front');
  });
}

/** How often the chapters are set again at most, until each reference has just the room that its page number needs. */
const MOST_ROUNDS = 4;

/** One chapter in so many is set first. */
const SAMPLE = 8;

/** The chapters, set until the pages that they refer to are those that they left room for; and the digits of those pages. */
async function chapterSections(
  shop: Workshop,
  titles: ReadonlyMap<string, EntryTitle>,
  width: number,
): Promise<{ readonly body: readonly Section[]; readonly digits: PageDigits }> {
  const { chapters, settings, direction } = shop.handbook;
  const extent = extentOf(shop.handbook, geometry(settings.pdf, direction));
  let digits = guessedDigits(extent);
  let body: readonly Section[] = [];
  const setChapter = (chapter: Chapter, index: number, known?: ChapterList) =>
    chapterList(shop, chapter, index + 1, titles, digits, known);
  // A few chapters tell how good the guess is, so that few of the others must be set again.
  const samples = chapters.length < 2 * SAMPLE ? [] : chapters.filter((_, index) => index % SAMPLE === 0);
  const sampled = await inOrder(samples, width, (chapter, at) => setChapter(chapter, at * SAMPLE));
  const pages = sampled.map(({ list }, at) => [at * SAMPLE, list.pages.length] as const);
  if (samples.length > 0) digits = guessedDigits(extent, scaleOf(extent, new Map(pages)));
  let known: readonly (ChapterList | undefined)[] = chapters.map((_, index) =>
    index % SAMPLE === 0 ? sampled[index / SAMPLE] : undefined,
  );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const lists = await inOrder(chapters, width, (chapter, index) =>
      setChapter(chapter, index, known[index]),
    );
    const isSame = lists.every((list, index) => list === known[index]);
    known = lists;
    body = chapters.map((chapter, index) => ({
      key: chapter.id,
      title: chapter.title,
      ...(lists[index] as ChapterList),
      matter: 'body',
      head: chapter.title,
      anchor: `chapter-${chapter.id}`,
    }));
    if (isSame) break;
    digits = laidOutDigits(chapters, body);
  }
  return { body, digits };
}

/** The changes in this edition and the glossary, where there are any. */
async function backMatter(
  shop: Workshop,
  questions: unknown,
  digits: PageDigits,
): Promise<readonly Section[]> {
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
      digits,
    );
    extras.push(matterOf('changes', labels.changes, list, 'back'));
  }
  if (handbook.glossary.length > 0) {
    const list = await ownList(
      shop,
      'glossary',
      [handbook.glossary, questions],
      (session) => layOutGlossary(session, handbook),
      digits,
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
