import { type Handbook, loadHandbook } from '@octavo/core';
import { addEdition, editionText, entryHistories, NO_HISTORIES } from '@octavo/core/ledger';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';

const ENTRIES = 100;
const RELEASES = 20;

/** The same numbers in every run (a linear congruential generator). */
function generator(): () => number {
  let state = 20;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const paragraph = (seed: number) =>
  Array.from({ length: 40 }, (_, at) => `word${(seed * 31 + at * 7) % 977}`).join(' ');

function book(): Handbook {
  const numbers = Array.from({ length: ENTRIES }, (_, at) => at + 1);
  const files = [
    [
      'handbook.yaml',
      'schemaVersion: 1\nid: big\ntitle: Big\nlanguage: en\niri: https://example.org/big/\nedition: { version: v20, date: 2046-01-01 }\nchapters: [{ id: a, title: A }]\n',
    ],
    ...numbers.map((number) => [
      `a/${number}-entry-${number}.md`,
      `---\nnumber: ${number}\nquestion: What is number ${number}?\n---\n\n${[1, 2, 3].map((at) => paragraph(number * at)).join('.\n\n')}. See [](#${(number % ENTRIES) + 1}).\n`,
    ]),
  ].map(([path, value = '']) => new VFile({ path, value: new TextEncoder().encode(value) }));
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  return handbook;
}

/** The book with the history of 20 releases, each of which reworded one entry in twenty. */
function told(handbook: Handbook): Handbook {
  const random = generator();
  const editions = [editionText(handbook)];
  for (let release = RELEASES - 1; release > 0; release--) {
    const [after] = editions;
    if (!after) break;
    const entries = after.entries.map((entry) =>
      random() < 0.05 && entry.words
        ? {
            ...entry,
            fingerprint: `1-${release}-${entry.number}`,
            words: { ...entry.words, answer: entry.words.answer.replace(/word\d+ word\d+/, `was${release}`) },
          }
        : entry,
    );
    editions.unshift({ ...after, version: `v${release}`, date: `${2026 + release}-01-01`, entries });
  }
  const histories = entryHistories(editions.reduce(addEdition, NO_HISTORIES));
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => {
        const history = histories.get(entry.number);
        return history ? { ...entry, history } : entry;
      }),
    })),
  };
}

/** The bytes of everything that is made of a book, but for what is the same in every folder. */
async function sizeOf(handbook: Handbook): Promise<number> {
  let total = JSON.stringify(handbook, null, 2).length;
  for (const format of ['html', 'jsonld', 'epub', 'pdf'] as const) {
    const { files } = await compileBook(format, { handbook, assets: new Map() });
    for (const [path, bytes] of files) if (!path.startsWith('static/')) total += bytes.length;
  }
  return total;
}

test('20 releases with 5 % changes each make the tree at most 1.2 times as large', async () => {
  const plain = book();
  const ratio = (await sizeOf(told(plain))) / (await sizeOf(plain));
  expect(ratio).toBeGreaterThan(1);
  expect(ratio).toBeLessThanOrEqual(1.2);
}, 600_000);
