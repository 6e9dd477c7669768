import type { CompileOptions, Handbook } from '@octavo/core';
import { bookFacts } from '../book-facts.ts';
import { digestOf, type SealedCache, sealedCache } from '../cache/sealed-cache.ts';
import type { BookFacts } from '../flow/facts.ts';
import { type Session, startSession } from '../flow/session.ts';
import { type BookFont, bookFonts } from '../fonts/book-fonts.ts';
import { fontSet } from '../fonts/font-set.ts';
import { languagesOf } from '../fonts/fonts-needed.ts';
import { loadDrawing } from '../picture/load-drawing.ts';
import { loadHyphenators } from '../text/hyphenation.ts';
import type { PageDigits } from './page-digits.ts';

/** The sections of a book are made from this. */
export interface Workshop {
  readonly handbook: Handbook;
  readonly facts: BookFacts;
  readonly fonts: readonly BookFont[];
  readonly options: CompileOptions;
  readonly languages: readonly string[];
  readonly session: (digits?: PageDigits) => Session;
  readonly cache: SealedCache;
  /** This is the key of what every list depends on: the page, labels, fonts and languages. */
  readonly bookKey: string;
  /** Returns the digest of an image's bytes; an empty string where there are none. */
  readonly pictureDigest: (path: string) => string;
}

/** Gets everything ready for a handbook. */
export async function openWorkshop(handbook: Handbook, options: CompileOptions): Promise<Workshop> {
  const languages = [...languagesOf(handbook)];
  const facts = bookFacts(handbook, options);
  const fonts = bookFonts(options.fonts ?? [], options.executor !== undefined);
  const hyphenators = await loadHyphenators(languages);
  await loadDrawing(facts);
  const { pictures, images: _, ...plain } = facts;
  const names = fonts.map(({ bytes: __, ...font }) => font);
  const digests = new Map([...pictures].map(([path, bytes]) => [path, digestOf(bytes).toString('hex')]));
  const cache = sealedCache(options.cache);
  return {
    handbook,
    facts,
    fonts,
    options,
    languages,
    session: (digits) => startSession(facts, fontSet(fonts), hyphenators, digits),
    cache,
    bookKey: cache.key('book', plain, languages, names),
    pictureDigest: (path) => digests.get(path) ?? '',
  };
}
