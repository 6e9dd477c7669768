import { expect, it, vi } from 'vitest';
import { sharedStrings } from '../src/paint/links.ts';
import type { ObjectWriter } from '../src/paint/object-writer.ts';
import { type Custom, wordBreaks } from '../src/text/break-opportunities.ts';
import { letterStarts } from '../src/text/letter-starts.ts';

const LETTERS = ['a', 'e\u0301', '漢', '👩‍👩‍👧', '\r\n', 'न्य', '🇫🇷'];

it('finds the letters that the segmenter finds in the whole', () => {
  for (const letter of LETTERS) {
    const text = `ab${letter.repeat(2000 / letter.length)}c`;
    const whole = Array.from(new Intl.Segmenter('und').segment(text), ({ index }) => index);
    expect([...letterStarts(text)]).toEqual(whole.slice(1));
  }
});

it('gives the segmenter a window at a time, since each segment holds its whole text', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  expect([...letterStarts('ab'.repeat(50_000))]).toHaveLength(99_999);
  const held = segment.mock.calls.reduce((sum, [text]) => sum + text.length * text.length, 0);
  segment.mockRestore();
  expect(held).toBeLessThan(100_000 * 600);
});

it('looks at few of its stretches for each letter of a word', () => {
  let looks = 0;
  const stretches = Array.from(
    { length: 4000 },
    (_, index): Custom => ({
      get end() {
        looks += 1;
        return (index + 1) * 5;
      },
      code: index % 2 === 0,
    }),
  );
  wordBreaks('a/b=?'.repeat(4000), 0, stretches, () => true);
  expect(looks).toBeLessThan(20_000 * 30);
});

it('writes a long address once, however many lines its link has', () => {
  const written: string[] = [];
  const writer = {
    add(body: string) {
      written.push(body);
      return 7;
    },
  };
  const said = sharedStrings(writer as unknown as ObjectWriter);
  const address = `https://example.org/?a=${'b'.repeat(2000)}`;
  expect([said(address), said(address), said('https://example.org/')]).toEqual([
    ' 7 0 R',
    ' 7 0 R',
    '(https://example.org/)',
  ]);
  expect(written).toEqual([`(${address})`]);
});
