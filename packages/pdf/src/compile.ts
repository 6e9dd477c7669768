import type { Compile, Compiled, CompileOptions, FontFile, Handbook } from '@octavo/core';
import { bindBook } from './assemble/build-book.ts';
import { makeSections, type Workshop } from './assemble/sections.ts';
import { bookNodes } from './book-nodes.ts';
import type { Problem } from './display/display-list.ts';
import { type BookFacts, startSession } from './flow/session.ts';
import { faceKey, fontSet } from './fonts/font-set.ts';
import { fontsNeeded, languagesOf } from './fonts/fonts-needed.ts';
import { toMessage } from './messages.ts';
import { geometry } from './page/geometry.ts';
import type { Metadata } from './paint/metadata.ts';
import type { Book } from './paint/paint-book.ts';
import { paintBook } from './paint/paint-book.ts';
import { loadFormulas } from './picture/formula.ts';
import { loadHyphenators } from './text/hyphenation.ts';

/**
 * Compiles a handbook into one tagged PDF (ISO 32000-1, PDF/UA-1), `<id>.pdf`, and the map of its
 * pages. `options.fonts` are the fonts `fontsNeeded` asked for, `options.assets` the images. What
 * cannot be set is a message with its place; an error among them means there is no file.
 */
export const compile: Compile = async (handbook, options = {}) => {
  const fonts = options.fonts ?? [];
  const absent = missingFonts(handbook, fonts);
  if (absent.length > 0) return { files: [], messages: absent.map(toMessage) };
  const languages = [...languagesOf(handbook)];
  const hyphenators = await loadHyphenators(languages);
  const facts = bookFacts(handbook, options);
  if (facts.formulas) await loadFormulas();
  const shop: Workshop = {
    handbook,
    facts,
    fonts,
    options,
    languages,
    session: () => startSession(facts, fontSet(fonts), hyphenators),
  };
  const sections = await makeSections(shop);
  const session = shop.session();
  const bound = bindBook(session, handbook, sections);
  const problems: Problem[] = [...sections.flatMap((section) => section.list.problems), ...session.problems];
  const compiled = (files: Compiled['files']): Compiled => ({
    files,
    messages: problems.map(toMessage),
    pageMap: bound.pageMap,
  });
  if (problems.some((problem) => problem.fatal)) return compiled([]);
  const book: Book = {
    ...bound,
    geometry: geometry(handbook.settings.pdf, handbook.direction),
    sections,
    metadata: metadata(handbook),
    fonts: fontSet(fonts),
    furnitureGlyphs: session.glyphs.texts,
    pictures: facts.pictures,
    onDamaged: (source, reason) =>
      problems.push({
        rule: 'image-drawn',
        reason: `${source} cannot be read: ${reason}`,
        fatal: true,
        path: source,
      }),
  };
  const bytes = await paintBook(book);
  if (!bytes) return compiled([]);
  return compiled([{ path: `${handbook.id}.pdf`, mediaType: 'application/pdf', content: bytes }]);
};

function missingFonts(handbook: Handbook, fonts: readonly FontFile[]): Problem[] {
  const given = new Set(fonts.map(faceKey));
  const absent = fontsNeeded(handbook).filter((request) => !request.optional && !given.has(faceKey(request)));
  const packages = [...new Set(absent.map((request) => request.package))];
  return packages.map((name) => ({
    rule: 'font-given',
    reason: `The PDF needs the fonts of ${name}, which were not given`,
    fatal: true,
    path: 'handbook.yaml',
  }));
}

function bookFacts(handbook: Handbook, options: CompileOptions): BookFacts {
  const paths = new Set(handbook.images.map((image) => image.path));
  return {
    language: handbook.language,
    direction: handbook.direction,
    labels: handbook.labels,
    settings: handbook.settings.pdf,
    images: handbook.images,
    pictures: new Map([...(options.assets ?? [])].filter(([path]) => paths.has(path))),
    formulas: [...bookNodes(handbook)].some((node) => node.type === 'math' || node.type === 'inlineMath'),
    digits: digitsFor(handbook),
  };
}

const CHARACTERS_A_PAGE = 1400;

/** How wide a page number can get, estimated generously from the length of the text. */
function digitsFor(handbook: Handbook): number {
  const length = JSON.stringify(handbook.chapters, (key, value) =>
    key === 'position' || key === 'source' || key === 'fingerprint' ? undefined : value,
  ).length;
  return Math.max(2, `${Math.ceil(length / 2 / CHARACTERS_A_PAGE)}`.length);
}

function metadata(handbook: Handbook): Metadata {
  return {
    title: handbook.subtitle ? `${handbook.title}: ${handbook.subtitle}` : handbook.title,
    authors:
      handbook.contributors.length > 0
        ? handbook.contributors.map((person) => person.name)
        : handbook.publisher
          ? [handbook.publisher.name]
          : [],
    subject: handbook.description?.trim(),
    keywords: handbook.keywords,
    language: handbook.language,
    publisher: handbook.publisher?.name,
    rights: handbook.copyright ?? handbook.license?.name,
    identifier: handbook.iri,
    date: editionDate(handbook.edition.date),
    standard: handbook.settings.pdf.standard,
  };
}

/** The edition's moment; an undated edition stands at the epoch. */
function editionDate(date: string): Date {
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date);
  return Number.isNaN(moment.getTime()) ? new Date(0) : moment;
}
