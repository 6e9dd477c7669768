import { compile } from '@octavo/pdf';
import { expect, it } from 'vitest';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
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
  if (!face) throw new Error('no face');
  const right = face.shape(word, [], 'ltr');
  const { glyphs } = face.words([])(word);
  const em = face.unitsPerEm;
  let pen = 0;
  const placed = right.map(({ id, advance, xOffset, yOffset }) => {
    pen += advance;
    return [id, pen - advance + xOffset, yOffset];
  });
  // The glyph that ends a word is drawn last.
  const drawn = glyphs.map(({ id, x, rise }) => [id, Math.round(x * em), Math.round(rise * em)]);
  expect(drawn.map(String).sort()).toEqual(placed.map(String).sort());
  expect(
    glyphs
      .map(({ text }) => text)
      .join('')
      .normalize('NFC'),
  ).toBe(word.normalize('NFC'));
  const letters = new Map(glyphs.map(({ cluster, letter }) => [cluster, letter]));
  expect([...letters.values()].join('').normalize('NFC')).toBe(word.normalize('NFC'));
});

// tests/verify/wild.test.ts reads the words back.
it('a letter that no font has is set of its parts', async () => {
  const result = await compile(book, { fonts: files });
  expect(result.messages.map(({ reason }) => reason)).toEqual([]);
  expect(result.files).toHaveLength(1);
});
