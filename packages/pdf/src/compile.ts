import { bookPath, type Compile, type Compiled, previewMark } from '@octavo/core';
import { bindBook } from './assemble/build-book.ts';
import { placeBars } from './assemble/change-bars.ts';
import { fillSlots } from './assemble/fill-slots.ts';
import { furniture } from './assemble/furniture.ts';
import { makeSections } from './assemble/sections.ts';
import { openWorkshop } from './assemble/workshop.ts';
import { metadata } from './book-metadata.ts';
import type { Problem } from './display/display-list.ts';
import { fontSet } from './fonts/font-set.ts';
import { ownFonts } from './fonts/own-fonts.ts';
import { uncutFonts } from './fonts/uncut-fonts.ts';
import { madeOf } from './made-of.ts';
import { toMessage } from './messages.ts';
import { needs } from './needs.ts';
import { geometry } from './page/geometry.ts';
import type { Book } from './paint/book.ts';
import { openBook, type Paint } from './paint/paint-book.ts';

/**
 * Compiles a handbook into one tagged PDF, `<id>.pdf`, as `pdf.standard` says, and the map of its pages.
 * `options.fonts` are the fonts that `fontsNeeded` asks for, and `options.assets` the images. What cannot be set is
 * reported with its place. Where an error is among the messages, there is no file.
 */
export const compile: Compile = async (handbook, given = {}) => {
  const needed = await needs(handbook, given);
  if (needed.some(({ fatal }) => fatal === true)) return { files: [], messages: needed };
  const own = ownFonts(handbook, given.assets);
  const options = { ...given, fonts: [...own.fonts, ...(given.fonts ?? [])] };
  const shop = await openWorkshop(handbook, options);
  const sections = await makeSections(shop);
  const page = geometry(handbook.settings.pdf, handbook.direction);
  const bound = bindBook(page, handbook, sections);
  const fonts = fontSet(shop.fonts);
  const lists = sections.map(({ list }) => list);
  const problems: Problem[] = [
    ...lists.flatMap((list) => list.problems),
    ...uncutFonts(
      shop.fonts,
      fonts,
      lists.map(({ glyphs }) => glyphs),
    ),
  ];
  const compiled = (files: Compiled['files']): Compiled => ({
    files,
    messages: problems.map(toMessage),
    pageMap: bound.pageMap,
  });
  if (problems.some((problem) => problem.fatal)) return compiled([]);
  const session = shop.session();
  const mark = previewMark(handbook);
  const book: Book = {
    ...bound,
    geometry: page,
    mark,
    sections,
    metadata: metadata(handbook),
    attachments: madeOf(given.source ?? handbook, shop.facts.pictures),
    fonts,
    images: shop.facts.images,
    pictures: shop.facts.pictures,
    cache: shop.cache,
    fill(section, index, numbered, { items, glyphs }) {
      const own = { ...session, glyphs };
      const page = section.list.pages[index];
      return {
        items: placeBars(session.geometry, numbered.side, fillSlots(own, items, bound.labelOf)),
        furniture: page ? furniture(own, handbook.labels, section, page, numbered, mark) : [],
      };
    },
    onDamaged: (source, reason) =>
      problems.push({
        rule: 'image-drawn',
        reason: `${source} cannot be read: ${reason}`,
        fatal: true,
        path: source,
      }),
  };
  const paint = await openBook(book);
  if (!paint) return compiled([]);
  const content = streamed(book, paint);
  return compiled([
    { path: bookPath(handbook, `${handbook.id}.pdf`), mediaType: 'application/pdf', content },
  ]);
};

/** Returns the bytes of a file as they are drawn. They are drawn again for each further reader. */
function streamed(book: Book, opened: Paint): AsyncIterable<Uint8Array> {
  let ready: Paint | undefined = opened;
  return {
    async *[Symbol.asyncIterator]() {
      const paint = ready ?? (await openBook(book));
      ready = undefined;
      if (paint) yield* paint();
    },
  };
}
