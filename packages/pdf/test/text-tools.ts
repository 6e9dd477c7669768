import type { Handbook } from '@octavo/core';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { glyphRegistry } from '../src/text/glyph-registry.ts';
import type { setText } from '../src/text/set-text.ts';
import { readFonts } from './read-fonts.ts';

/** What text of a book is set with; a letter that no font has is thrown. */
export function textTools(book: Handbook): Parameters<typeof setText>[0] {
  return {
    fonts: fontSet(bookFonts(readFonts(book), false)),
    glyphs: glyphRegistry(),
    hyphenators: new Map(),
    onMissing: (letter: string) => {
      throw new Error(letter);
    },
  };
}
