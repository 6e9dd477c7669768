import { type Chapter, entryNodes, type Page, walk } from '@octavo/core';
import type { DisplayList } from '../display/display-list.ts';
import { type LaidOut, openList, packList } from '../display/packed-list.ts';
import { namedBy, SECTION_TASK, type SectionInput, type SectionText } from '../flow/chapter-task.ts';
import type { EntryTitle } from '../flow/entry-title.ts';
import type { Session } from '../flow/session.ts';
import { digitsOf, type PageDigits } from './page-digits.ts';
import type { Workshop } from './workshop.ts';

/** This is a display list, and the key of everything that it depends on. */
export interface KeyedList {
  readonly list: LaidOut;
  readonly listKey: string;
}

/** This is a chapter's list, and the digits that it leaves room for, as JSON. */
export interface ChapterList extends KeyedList {
  readonly digits: string;
}

/** Lays out a chapter, or returns `known` if that has room for the same digits. `titles` has all entries, by number. */
export async function chapterList(
  shop: Workshop,
  chapter: Chapter,
  number: number,
  titles: ReadonlyMap<string, EntryTitle>,
  digits: PageDigits,
  known?: ChapterList,
): Promise<ChapterList> {
  const named = new Set(chapter.entries.flatMap((entry) => namedBy(entry)));
  const { intro } = chapter;
  const own = intro ? [...intro.body, ...intro.footnotes] : [];
  const nodes = [...own, ...chapter.entries.flatMap(entryNodes)];
  const needed = digitsOf(digits, [...cited(nodes), ...named]);
  const room = JSON.stringify(needed);
  if (known?.digits === room) return known;
  const part = shop.handbook.parts.find((own) => own.chapters[0] === chapter.id)?.title;
  const section = { kind: 'chapter', chapter, number, ...(part ? { part } : {}) } as const;
  const called = [...named].flatMap((entry) => titles.get(entry) ?? []);
  const list = await sectionList(shop, { section, titles: called, digits: needed }, nodes);
  return { ...list, digits: room };
}

/** Lays out a prose page. */
export function pageList(shop: Workshop, page: Page, digits: PageDigits): Promise<KeyedList> {
  const nodes = [...page.body, ...page.footnotes];
  const text = {
    section: { kind: 'page', page },
    titles: [],
    digits: digitsOf(digits, cited(nodes)),
  } as const;
  return sectionList(shop, text, nodes);
}

/** Returns the numbers of the entries that nodes refer to. */
function* cited(nodes: Parameters<typeof walk>[0]): Generator<string> {
  for (const node of walk(nodes)) if (node.type === 'crossReference') yield node.number;
}

/** Lays out a chapter or a prose page by the executor, unless the cache has it. */
async function sectionList(
  shop: Workshop,
  source: SectionText,
  nodes: Parameters<typeof walk>[0],
): Promise<KeyedList> {
  const text = JSON.stringify(source);
  const urls = new Set<string>();
  for (const node of walk(nodes)) if (node.type === 'image') urls.add(node.url);
  const { facts, fonts, languages } = shop;
  const images = facts.images.filter((image) => urls.has(image.path));
  const pictures = new Map([...facts.pictures].filter(([path]) => urls.has(path)));
  const listKey = shop.cache.key('list', shop.bookKey, images, [...urls].map(shop.pictureDigest), text);
  return rememberedList(shop, listKey, () => {
    const input: SectionInput = { facts: { ...facts, images, pictures }, fonts, languages, text };
    const { executor } = shop.options;
    return executor ? executor.run(SECTION_TASK, input) : SECTION_TASK.run(input);
  });
}

/**
 * Lays out a list here, unless the cache has it. It depends on `values`, the book's facts, and the digits of its pages.
 */
export function ownList(
  shop: Workshop,
  kind: string,
  values: readonly unknown[],
  make: (session: Session) => DisplayList | Promise<DisplayList>,
  digits: PageDigits = {},
): Promise<KeyedList> {
  return rememberedList(shop, shop.cache.key(kind, shop.bookKey, digits, ...values), async () =>
    packList(await make(shop.session(digits))),
  );
}

async function rememberedList(
  shop: Workshop,
  listKey: string,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<KeyedList> {
  const ready = await shop.cache.get(listKey);
  if (ready) return { list: openList(ready), listKey };
  const bytes = await make();
  await shop.cache.put(listKey, () => bytes);
  return { list: openList(bytes), listKey };
}
