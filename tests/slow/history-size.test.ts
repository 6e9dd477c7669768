import { type Handbook, instant, loadHandbook } from '@octavo/core';
import { addEdition, editionText, entryHistories, NO_HISTORIES } from '@octavo/core/ledger';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { handbookDocument } from '../../packages/press/src/documents/handbook-document.ts';
import { type EditionList, listEditions } from '../../packages/press/src/editions/edition-list.ts';
import { editionsScript } from '../../packages/press/src/editions/editions-script.ts';
import { timeMaps } from '../../packages/press/src/editions/time-maps.ts';
import { compileTree } from '../contract/compile-tree.ts';

/** `HISTORY_ENTRIES=1000` measures the book of the size that the bound is promised for. */
const ENTRIES = Number(process.env.HISTORY_ENTRIES ?? 100);
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

/** The book with the history of 20 releases, each of which reworded one entry in twenty, and their list. */
function told(handbook: Handbook): { readonly handbook: Handbook; readonly list: EditionList } {
  const random = generator();
  const all = [editionText(handbook)];
  for (let release = RELEASES - 1; release > 0; release--) {
    const [after] = all;
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
    all.unshift({ ...after, version: `v${release}`, date: `${2026 + release}-01-01`, entries });
  }
  const made = all.reduce(addEdition, NO_HISTORIES);
  const histories = entryHistories(made);
  const editions = made.steps.slice(0, -1).map(({ edition, changes, items }) => ({
    version: edition.version,
    date: instant(edition.date),
    stateHash: '0'.repeat(64),
    changes,
    items,
  }));
  const chapters = handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) => {
      const history = histories.get(entry.number);
      return history ? { ...entry, history } : entry;
    }),
  }));
  return {
    handbook: { ...handbook, editions: editions as NonNullable<Handbook['editions']>, chapters },
    list: listEditions(all, made),
  };
}

/** The bytes of everything that is made of a book, by kind of file, but for what is the same in every folder. */
async function sizesOf(handbook: Handbook, list: EditionList): Promise<ReadonlyMap<string, number>> {
  const { files } = await compileTree({ handbook, assets: new Map() });
  const lists = [
    ...timeMaps(handbook, list).map(({ path, content }) => [path, content as Uint8Array] as const),
    ['editions.js', editionsScript(handbook, list, new Map())] as const,
    ['handbook.json', handbookDocument(handbook, undefined)] as const,
  ];
  const sizes = new Map<string, number>();
  for (const [path, bytes] of [...files, ...lists]) {
    if (path.startsWith('static/')) continue;
    const kind = path.replace(/[^/]+(?=\/)|\d+(?=\.)/g, (part) => (/\d/.test(part) ? '*' : part));
    sizes.set(kind, (sizes.get(kind) ?? 0) + bytes.length);
  }
  return sizes;
}

const total = (sizes: ReadonlyMap<string, number>) =>
  [...sizes.values()].reduce((sum, size) => sum + size, 0);

test('20 releases with 5 % changes each make the tree at most 1.18 times as large, where 1.2 is promised', async () => {
  const plain = book();
  const after = told(plain);
  const sizes = await sizesOf(after.handbook, after.list);
  const before = await sizesOf(plain, { editions: [], lineages: [] });
  if (process.env.HISTORY_ENTRIES)
    for (const [kind, size] of [...sizes].sort(([, a], [, b]) => b - a))
      console.log(`${kind}: ${size} bytes, ${before.get(kind) ?? 0} without history`);
  const ratio = total(sizes) / total(before);
  expect(ratio).toBeGreaterThan(1);
  expect(ratio).toBeLessThanOrEqual(1.18);
}, 3_600_000);
