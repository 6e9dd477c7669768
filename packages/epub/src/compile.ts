import {
  bookPath,
  type Compile,
  type Compiled,
  type CompileOptions,
  type Handbook,
  indexHandbook,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { bookImages } from './assets/book-images.ts';
import { embeddedFonts } from './assets/embedded-fonts.ts';
import { addressesOf } from './book/addresses.ts';
import { Book } from './container/book.ts';
import { STYLE_SHEET } from './container/templates.ts';
import type { Context } from './context.ts';
import { coverImage } from './cover/cover.ts';
import { needs } from './needs.ts';
import { bookFacts } from './package/book-facts.ts';
import { uniqueIdentifier } from './package/identifier.ts';
import { instantOf } from './package/instant.ts';
import { packageData } from './package/package-data.ts';
import { pageBreaks } from './pages/page-breaks.ts';
import { bookDocuments } from './plan/documents.ts';
import { printDocuments } from './plan/print-document.ts';
import { pageMessages } from './report/page-messages.ts';
import { xmlMessages } from './report/xml-messages.ts';

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
  const book = new Book({
    title: handbook.title,
    language: handbook.language,
    identifier: uniqueIdentifier(handbook),
    instant: instantOf(handbook.edition.date),
    css: fonts.css + STYLE_SHEET,
    cover,
    chapters: printed.map(({ file, title, data }) => ({ file, title, data })),
    resources,
    data: packageData({ context, documents, printed, facts, cover, resources }),
  });
  const { bytes, faults } = await book.pack(options.cache);
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
