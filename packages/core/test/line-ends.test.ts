import { digest, loadHandbook } from '@octavo/core';
import { normalBytes } from '@octavo/core/read';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryText, filesOf } from './sample.ts';

/** Sources in which a line end means something: code, TeX, a table, an SVG, YAML blocks, front matter. */
const FILES: Readonly<Record<string, string>> = {
  'basics/1-first.md': entryText(
    '1',
    'Two\nlines.\n\n```js\nlet a;\n\nlet b;\n```\n\n$$\na\n= b\n$$\n\n| a |\n| - |\n| b |\n\n![A picture](../assets/p.svg "A\npicture")\n\n> A quote\n> of two `lines\n> of` code.[^1]\n\n[^1]: A note.\n\n<details>\n<summary>More</summary>\n\nText.\n\n</details>',
    'index: ["a"]\n',
  ),
  'basics/2-second.md': entryText('2', '## Steps\n\nOne.\\\nTwo.  \nThree. [](#1)'),
  'front/preface.md': '---\ntitle: Preface\n---\n\nHello\nworld.\n',
  'glossary.yaml': 'terms:\n  - term: Word\n    definition: |\n      Two\n      lines.\n',
  'topics.yaml': 'topics:\n  - id: a\n    title: A\n    description: >\n      Folded\n      text.\n',
  'assets/p.svg': '<svg xmlns="http://www.w3.org/2000/svg"\n viewBox="0 0 9 9">\n<text>a\nb</text>\n</svg>\n',
};

const lineEnds = fc.infiniteStream(fc.constantFrom('\n', '\r\n', '\r'));

/** The files with every line end drawn at random, and a byte order mark or none. */
function spelt(ends: Iterator<string>, marked: boolean) {
  // A CR and the LF of an empty line behind it would be one line end.
  const respell = (text: string) =>
    text.replace(/\n+/g, (run) => {
      const one = ends.next().value ?? '\n';
      return one.repeat(run.length);
    });
  return filesOf(
    Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, (marked ? '\ufeff' : '') + respell(text)]),
    ),
  );
}

test('a book with any line ends and byte order marks is the book with LF: handbook, places, fingerprints, bytes', () => {
  const right = loadHandbook(filesOf(FILES));
  expect(right.files.flatMap((file) => file.messages.map(String))).toEqual([
    'front/preface.md:1:1: this page is not listed under "front:" in handbook.yaml and will not be printed',
  ]);
  fc.assert(
    fc.property(lineEnds, fc.boolean(), (ends, marked) => {
      const { handbook, files } = loadHandbook(spelt(ends, marked));
      expect(handbook).toEqual(right.handbook);
      expect(digest(handbook ?? {})).toBe(digest(right.handbook ?? {}));
      expect(files.map(({ path, value }) => [path, String(value)])).toEqual(
        right.files.map(({ path, value }) => [path, String(value)]),
      );
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('places of messages are those of an editor, whatever the line ends', () => {
  const body = 'Text.\n\nA [link](#nowhere).\n\n```\nx\n```\n\nZero\u200bwidth.';
  const placesOf = (text: string) =>
    loadHandbook(filesOf({ 'basics/1-first.md': text })).files.flatMap((file) =>
      file.messages.map(({ line, column, ruleId }) => [line, column, ruleId]),
    );
  const right = placesOf(entryText('1', body));
  expect(right).toContainEqual([8, 3, 'reference-resolves']);
  for (const end of ['\r\n', '\r'])
    expect(placesOf(entryText('1', body).replaceAll('\n', end))).toEqual(right);
});

test('one spelling of text: it is there once and for all, and what is not text stays', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', '\r', '\n', '\ufeff', '\u2028', '語') }),
      fc.boolean(),
      (text, authored) => {
        const once = normalBytes(new TextEncoder().encode(text), authored);
        expect(Buffer.from(once).toString()).not.toMatch(authored ? /\r|\u2028/ : /\r/);
        expect(normalBytes(once, authored)).toBe(once);
      },
    ),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      const picture = Uint8Array.of(...bytes, 0, 0x0d, 0x0a);
      expect(normalBytes(picture)).toBe(picture);
    }),
  );
});
