import type { Handbook } from '@octavo/core';
import fc from 'fast-check';
import { compileBook } from '../contract/compile-book.ts';
import { anyBook, bookOf } from './any-book.ts';
import { reading, redlined } from './any-redline.ts';
import { checkRedline } from './redline-reading.ts';

/** Letters that need large fonts: one book in eight has them. */
const RARE = /[\u05d0-\u05ea\u0621-\u064a\u2610-\u2612\u8cea\u554f]+/g;

/** Holds any redlined book to its two editions, which are read back from its PDF. */
export async function holdRedlines(seed: number, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyBook, fc.nat(), async (files, choice) => {
      const { handbook, assets } = bookOf(choice % 8 === 0 ? files : plain(files));
      const book = redlined(small(handbook), choice);
      const { files: made, compiled } = await compileBook('pdf', { handbook: book, assets });
      const [bytes] = made.values();
      if (!bytes) throw new Error(compiled.messages.map(String).join('\n'));
      const faults = checkRedline(bytes, book, reading(book, 'inserted'), reading(book, 'deleted'));
      if (faults.length > 0) throw new Error(faults.map(({ reason }) => reason).join('\n'));
    }),
    { seed, numRuns, endOnFailure: true },
  );
}

/** The sources of a book without them. */
export function plain(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const of = (text: string): string => text.replace(RARE, 'rara').replace(/^language: .*$/m, 'language: en');
  return new Map([...files].map(([path, text]) => [path, of(text)]));
}

/** One chapter of two entries, which the others cite. */
function small(handbook: Handbook): Handbook {
  const [chapter] = handbook.chapters;
  if (!chapter) return handbook;
  const entries = handbook.chapters.flatMap((own) => own.entries).slice(0, 2);
  return { ...handbook, front: [], glossary: [], chapters: [{ ...chapter, entries }] };
}
