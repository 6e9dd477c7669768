import { type Chapter, type Handbook, type Page, toText } from '@octavo/core';
import { bookLists, bookRange, entryAnchor, historyOfBook, sayChanges, sayErrata } from '@octavo/core/say';
import type { Section } from '../display/bound-book.ts';
import type { DisplayList } from '../display/display-list.ts';
import type { EntryTitle } from '../flow/entry-title.ts';
import { matterAnchor } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import { geometry } from '../page/geometry.ts';
import { layOutChanges } from './changes.ts';
import { contentsItems, layOutBookList, layOutContents } from './contents.ts';
import { layOutCover } from './cover.ts';
import { layOutGlossary } from './glossary.ts';
import { layOutHistory } from './history.ts';
import { inOrder } from './in-order.ts';
import { layOutIndex } from './index-section.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';
import { extentOf, guessedDigits, laidOutDigits, type PageDigits, scaleOf } from './page-digits.ts';
import { type ChapterList, chapterList, type KeyedList, ownList, pageList } from './section-lists.ts';
import { layOutTitlePages } from './title-pages.ts';
import type { Workshop } from './workshop.ts';

/** So many sections wait for each task that an executor runs at once. More would only take memory. */
const LOOK_AHEAD = 8;

/** Lays out every section of the book, in order. */
export async function makeSections(shop: Workshop): Promise<readonly Section[]> {
  const { handbook, options, facts } = shop;
  const { labels, front, back } = handbook;
  const titles = entryTitles(handbook);
  const width = (options.executor?.width ?? 0) * LOOK_AHEAD + 1;
  const { body, digits } = await chapterSections(shop, titles, width);
  const prose = (pages: readonly Page[], matter: Section['matter']) =>
    inOrder(pages, width, async (page) =>
      sectionOf(page.id, page.title, await pageList(shop, page, digits), matter),
    );
  const frame = [frameOf(handbook), titles.size, bookRange(handbook)];
  const coverPictures = [...facts.pictures.keys()].map(shop.pictureDigest);
  const items = contentsItems(handbook, (options.changes ?? []).length > 0);
  const listed = items.map(({ entries, ...item }) => [
    item,
    entries?.map((entry) => [entry.number, entry.question]),
  ]);
  const make = sectionMaker(shop);
  const { stateHash } = options;
  const titlePages = await make('title-page', labels.titlePage, 'front', [frame, stateHash], (session) =>
    layOutTitlePages(session, handbook, stateHash),
  );
  const sections = [
    await make('cover', labels.cover, 'cover', [frame, facts.images, coverPictures], (session) =>
      layOutCover(session, handbook),
    ),
    { ...titlePages, recto: true },
    await make('contents', labels.contents, 'front', [listed], (session) =>
      layOutContents(session, handbook, items),
    ),
    ...(await inOrder(bookLists(handbook), 1, (own) =>
      make(own.id, own.title, 'front', [own], (session) => layOutBookList(session, own)),
    )),
    ...(await prose(front, 'front')),
    ...body,
    ...(await prose(back, 'back')),
    ...(await backMatter(shop, titles, digits)),
  ];
  const terms = handbook.chapters.flatMap((chapter) =>
    chapter.entries.flatMap((entry) =>
      entry.index.length > 0 ? [[entry.number, entry.index] as const] : [],
    ),
  );
  if (terms.length === 0) return sections;
  // The index prints the labels of pages that all stand before it.
  const numbered = numberPages(sections, labels.cover);
  const places = locate(sections, numbered, 0);
  const labelOf = (anchor: string): string | undefined => numbered[places.get(anchor)?.page ?? -1]?.label;
  const printed = terms.map(([number]) => labelOf(entryAnchor(number)));
  const index = await make('index', labels.index, 'back', [terms, printed], (session) =>
    layOutIndex(session, handbook, labelOf),
  );
  return [...sections, index];
}

type MakeSection = (
  id: string,
  title: string,
  matter: Section['matter'],
  values: readonly unknown[],
  make: (session: Session) => DisplayList | Promise<DisplayList>,
) => Promise<Section>;

/** Returns what makes sections of front and back matter. The cache has those that were made of the same `values`. */
function sectionMaker(shop: Workshop, digits: PageDigits = {}): MakeSection {
  return async (id, title, matter, values, make) =>
    sectionOf(matterAnchor(id), title, await ownList(shop, id, values, make, digits), matter);
}

/** Chapters are set at most so many times, until each reference has just the room that its page number needs. */
const MOST_ROUNDS = 4;

/** One chapter in so many is set first. */
const SAMPLE_EVERY = 8;

/** Sets the chapters until each reference has room for just the digits of its page. Returns those digits too. */
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
  // A few chapters tell how good the guess is, so that few of the others have to be set again.
  const samples =
    chapters.length < 2 * SAMPLE_EVERY ? [] : chapters.filter((_, index) => index % SAMPLE_EVERY === 0);
  const sampled = await inOrder(samples, width, (chapter, at) => setChapter(chapter, at * SAMPLE_EVERY));
  const pages = sampled.map(({ list }, at) => [at * SAMPLE_EVERY, list.pages.length] as const);
  if (samples.length > 0) digits = guessedDigits(extent, scaleOf(extent, new Map(pages)));
  let known: readonly (ChapterList | undefined)[] = chapters.map((_, index) =>
    index % SAMPLE_EVERY === 0 ? sampled[index / SAMPLE_EVERY] : undefined,
  );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const lists = await inOrder(chapters, width, (chapter, index) =>
      setChapter(chapter, index, known[index]),
    );
    const isSame = lists.every((list, index) => list === known[index]);
    known = lists;
    body = chapters.map((chapter, index) => ({
      title: chapter.title,
      ...(lists[index] as ChapterList),
      matter: 'body',
      anchor: `chapter-${chapter.id}`,
    }));
    if (isSame) break;
    digits = laidOutDigits(chapters, body);
  }
  return { body, digits };
}

/** Lays out the changes in this edition and the glossary, where there are any. */
async function backMatter(
  shop: Workshop,
  titles: ReadonlyMap<string, EntryTitle>,
  digits: PageDigits,
): Promise<readonly Section[]> {
  const { handbook } = shop;
  const { labels, glossary, edition } = handbook;
  const { changes = [], changesSince } = shop.options;
  const questions = [...titles.values()].map(({ number, text }) => [number, text]);
  const make = sectionMaker(shop, digits);
  const extras: Section[] = [];
  if (changes.length > 0) {
    const values = [changes, changesSince, edition, questions];
    extras.push(
      await make('changes', labels.changes, 'back', values, (session) =>
        layOutChanges(session, handbook, 'changes', sayChanges(changes, handbook, changesSince)),
      ),
    );
  }
  const errata = sayErrata(handbook);
  if (errata)
    extras.push(
      await make('errata', labels.errata, 'back', [errata, questions], (session) =>
        layOutChanges(session, handbook, 'errata', errata),
      ),
    );
  const { first, lines } = historyOfBook(handbook);
  if (lines.length > 0)
    extras.push(
      await make('history', labels.history, 'back', [first, lines], (session) =>
        layOutHistory(session, handbook),
      ),
    );
  if (glossary.length > 0)
    extras.push(
      await make('glossary', labels.glossary, 'back', [glossary, questions], (session) =>
        layOutGlossary(session, handbook),
      ),
    );
  return extras;
}

function sectionOf(id: string, title: string, list: KeyedList, matter: Section['matter']): Section {
  return { title, ...list, matter, anchor: id };
}

/** Returns what the cover and the title pages may print: all of the handbook except its text. */
function frameOf(handbook: Handbook): unknown {
  const {
    chapters: _,
    front: __,
    back: ___,
    glossary: ____,
    redirects: _____,
    images: ______,
    editions: _______,
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
