import {
  bookPath,
  type Compile,
  type Compiled,
  type CompileOptions,
  type Handbook,
  indexHandbook,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { type BookImages, bookImages } from './assets/book-images.ts';
import { embeddedFonts } from './assets/embedded-fonts.ts';
import { addressesOf, FILES } from './book/addresses.ts';
import { deflateEntries } from './container/deflate-entries.ts';
import { packBook } from './container/pack-book.lazy.ts';
import { STYLE_SHEET, TEMPLATES } from './container/templates.ts';
import type { Context } from './context.ts';
import { coverImage } from './cover/cover.ts';
import { message } from './message.ts';
import { pagePointsIn } from './nav/page-list.ts';
import { needs } from './needs.ts';
import { bookFacts } from './package/book-facts.ts';
import { uniqueIdentifier } from './package/identifier.ts';
import { instantOf } from './package/instant.ts';
import { packageData } from './package/package-data.ts';
import { contentsBreaks } from './pages/contents-breaks.ts';
import { pageBreaks } from './pages/page-breaks.ts';
import { bookDocuments } from './plan/documents.ts';
import { type PrintedDocument, printDocuments } from './plan/print-document.ts';

/**
 * Compiles a handbook into one EPUB 3.3 file, `<id>.epub`. `options.assets` holds the images and fonts that
 * the handbook names, `options.pageMap` the pages of the PDF, `options.changes` what the list of changes
 * says. Messages of severity error mean that the book must not be published.
 */
export const compile: Compile = async (
  handbook: Handbook,
  options: CompileOptions = {},
): Promise<Compiled> => {
  const needed = await needs(handbook, options);
  if (needed.some(({ fatal }) => fatal === true)) return { files: [], messages: needed };
  const facts = bookFacts(handbook);
  const assets = options.assets ?? new Map();
  const images = bookImages(handbook, facts.images, assets);
  const fonts = embeddedFonts(handbook.settings.epub.fonts, assets);
  const { cover, messages: coverMessages } = await coverImage(handbook, options);
  const context: Context = {
    handbook,
    options,
    index: indexHandbook(handbook),
    addresses: addressesOf(handbook),
    images,
    pages: pageBreaks(options.pageMap),
  };
  const documents = bookDocuments(context, cover);
  const { head, front, body, back } = documents;
  const printed = await printDocuments(context, [...head, ...front, ...body, ...back]);
  const resources = [...images.resources, ...fonts.resources];
  const parts = {
    title: handbook.title,
    language: handbook.language,
    identifier: uniqueIdentifier(handbook),
    instant: instantOf(handbook.edition.date),
    css: fonts.css + STYLE_SHEET,
    cover,
    chapters: printed.map(({ file, title, data }) => ({ file, title, data })),
    resources,
    data: packageData({ context, documents, printed, facts, cover, resources }),
    templates: TEMPLATES,
  };
  const { bytes, faults } = await packBook(parts, (archive) => deflateEntries(archive, options.cache));
  const messages: readonly VFileMessage[] = [
    ...needed,
    ...xmlMessages(faults, images),
    ...coverMessages,
    ...pageMessages(context, printed),
  ];
  const file = {
    path: bookPath(handbook, `${handbook.id}.epub`),
    mediaType: 'application/epub+zip',
    content: bytes,
  };
  return { files: [file], messages };
};

/** An error for every file of the container that a reading system could not open; `faults` by its name there. */
function xmlMessages(
  faults: ReadonlyMap<string, string>,
  { paths }: Pick<BookImages, 'paths'>,
): readonly VFileMessage[] {
  return [...faults].map(([name, fault]) => {
    const image = paths.get(name.replace(/^OEBPS\//, ''));
    const reason = `\`${image ?? name}\` is no well-formed XML: ${fault}`;
    return image
      ? message('xml-well-formed', { reason, at: { path: image, line: 1, column: 1 } })
      : message('xml-well-formed', { reason: `${reason}. This is a fault of Octavo: please report it` });
  });
}

/** Says that there is no page list, or which pages of the PDF have no place in this book. */
function pageMessages(context: Context, printed: readonly PrintedDocument[]): readonly VFileMessage[] {
  // Pages of a redlined PDF are no pages of the book.
  if (context.handbook.redline) return [];
  const map = context.options.pageMap;
  if (!map || map.length === 0) {
    const reason =
      'The EPUB has no page list: page numbers are those of the PDF, which was not built in this run; build both for one';
    return [message('page-list', { reason, severity: 'info' })];
  }
  const placed = new Set(printed.flatMap((document) => document.pages.map((page) => page.label)));
  for (const index of context.pages.atHead('matter', 'contents').slice(0, 1))
    placed.add(context.pages.label(index));
  for (const breaks of contentsBreaks(context).values())
    for (const { label } of pagePointsIn(FILES.contents, breaks)) placed.add(label);
  const lost = map.map((item) => item.label).filter((label) => !placed.has(label));
  if (lost.length === 0) return [];
  const some = lost.length > 12 ? `${lost.slice(0, 12).join(', ')}, …` : lost.join(', ');
  const reason = `${lost.length} of ${map.length} pages of the PDF begin in something that the EPUB lays out differently and are not in its page list: ${some}`;
  return [message('page-list', { reason, severity: 'info' })];
}
