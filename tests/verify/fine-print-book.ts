import { readFileSync } from 'node:fs';
import { loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import { compileTree, type Tree } from '../contract/compile-tree.ts';

/** What is easily lost, an entry each: lines of code, what stands before items, marks on letters, notes in notes, pictures, clauses. */
const ANSWERS = [
  '```text\nfirst\n\nthird\n\n\n   \n\tsixth\n    seventh\n```\n\n```text\n\nbehind an empty line\n\n```\n\nThe end of `code`.',
  '- [x] Words given\n- [ ] Words read\n\n3. three\n4. four\n   1. [x] one\n   2. two\n\n- plain\n  - within',
  'Ọ̀nà ni ọ́ ṣ́ ẹ̀, and q̣̃ with x̂.',
  'One note[^a] and another[^c].\n\n[^a]: Which cites[^b] a second.\n[^b]: The second.\n[^c]: The third.',
  ...[
    '![A lossy WebP](../assets/lossy.webp "One")\n\n![A GIF](../assets/interlaced.gif "Two")',
    '![Four inks](../assets/cmyk.jpg "Three")\n\n![A ladle](../assets/ladle.svg "Four")',
  ],
  'It must\n(1) boil\n    (a) gently,\n    (b) [deleted]\n    (c) covered;\n(2) rest. See [the lid](#7(1)(c)).',
  'As [](#7(1)(c)) and [the rest](#7(2)) say.',
];
const CLAUSES = 'clauses: true\nmoved: { "(1)(d)": "(1)(c)" }\n';
const ASSETS = {
  'assets/lossy.webp': '../fixtures/images/lossy.webp',
  'assets/interlaced.gif': '../fixtures/images/interlaced.gif',
  'assets/cmyk.jpg': '../fixtures/images/cmyk.jpg',
  'assets/ladle.svg': '../fixtures/parity/assets/ladle.svg',
};
const MANIFEST = [
  'schemaVersion: 1',
  'id: parity',
  'title: Fine print',
  'language: en',
  'edition: { version: "1", date: 2026-01-01 }',
  'iri: https://example.org/parity/',
  'chapters: [{ id: a, title: A }]',
].join('\n');

let made: Promise<Tree> | undefined;

/** The book in every format, compiled once for all tests of a worker. */
export function finePrint(): Promise<Tree> {
  made ??= compile();
  return made;
}

async function compile(): Promise<Tree> {
  const assets = Object.entries(ASSETS).map(
    ([path, from]) => [path, new Uint8Array(readFileSync(new URL(from, import.meta.url)))] as const,
  );
  const files = [
    new VFile({ path: 'handbook.yaml', value: MANIFEST }),
    ...ANSWERS.map(
      (answer, at) =>
        new VFile({
          path: `a/${at + 1}-part-${at + 1}.md`,
          value: `---\nnumber: ${at + 1}\nquestion: What of part ${at + 1}?\n${answer.startsWith('It must') ? CLAUSES : ''}---\n\n${answer}\n`,
        }),
    ),
    ...assets.map(([path, value]) => new VFile({ path, value })),
  ];
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return compileTree({ handbook, assets: new Map(assets) });
}
