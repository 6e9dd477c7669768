import { compile } from '@octavo/pdf';
import { expect, it } from 'vitest';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { openShaper } from '../src/fonts/shaper.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

const WORDS = ['ọ́', 'ṣẹ́', 'ạ̈', 's\u0323\u0307', 'ṛ́', 'u̇̃', 'ǭ', 'ệ', 'ẹ̀̄', 'saṃskṛtaṃ', 'm̐', 'й̆'];
const book = handbookOf({
  'handbook.yaml': manifest(),
  'one/1-a.md': entry('1', `What is ${WORDS.join(' ')} ǭ?`, `It is ${WORDS.join(' ')} ǭ ṩ *ǭ ọ́*.`),
});
const files = readFonts(book);

it.each(WORDS)('%s is drawn with the glyphs and at the places that HarfBuzz gives', (word) => {
  const [face] = fontSet(bookFonts(files, false)).stack({ role: 'serif', weight: 400, italic: false }, 'en');
  const file = files.find(({ family, weight, style }) => `${family}/${weight}/${style}` === face?.key);
  const right = openShaper(file?.bytes ?? new Uint8Array()).shapeAny(word, [], 'ltr');
  const { glyphs = [], positions = [] } = face?.layout(word) ?? {};
  const drawn = glyphs.flatMap((glyph, at) => {
    const { xAdvance: advance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    return (glyph.parts ?? [{ id: glyph.id, advance, xOffset, yOffset }]).map((part) => [
      part.id,
      part.advance,
      part.xOffset,
      part.yOffset,
    ]);
  });
  expect(drawn).toEqual(right.map(({ id, advance, xOffset, yOffset }) => [id, advance, xOffset, yOffset]));
  expect(glyphs.map(({ text }) => text).join('')).toBe(word);
});

// tests/verify/wild.test.ts reads the words back.
it('a letter that no font has is set of its parts', async () => {
  const result = await compile(book, { fonts: files });
  expect(result.messages.map(({ reason }) => reason)).toEqual([]);
  expect(result.files).toHaveLength(1);
});
