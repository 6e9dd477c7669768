import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crossReferences, type Entry, type Handbook, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readFolder } from '../core/read-folder.ts';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

const SECTION = /^### (\S+)\. (.*) \{#([a-z0-9-]+)\}\n/gm;

/** The files of a handbook with its entries taken from an exported document, by nothing but its headings. */
function takenApart(document: string, book: Handbook, folder: string): readonly VFile[] {
  const files = readFolder(folder).filter((file) => !/^[^/]+\/\d[^/]*\.md$/.test(file.path));
  const heads = [...document.matchAll(SECTION)];
  const chapterOf = new Map(
    book.chapters.flatMap(({ id, entries }) => entries.map((entry) => [entry.number, id])),
  );
  const entries = heads.map((head, at) => {
    const [line, number = '', question = '', id = ''] = head;
    const end = heads[at + 1]?.index ?? document.length;
    const rest = document.slice(head.index + line.length, end).replace(/^## [\s\S]*/m, (tail) => keep(tail));
    const [, facts = ''] = /^\n<!--\n([\s\S]*?)\n-->\n/.exec(rest) ?? [];
    const body = rest.replace(/^\n<!--\n[\s\S]*?\n-->\n/, '');
    const matter = `number: ${number}\nquestion: ${JSON.stringify(question)}\nid: ${id}\n${facts}`;
    const path = `${chapterOf.get(number)}/${number}-${id}.md`;
    return new VFile({ path, value: new TextEncoder().encode(`---\n${matter}\n---\n${body}`) });
  });
  // An image is named from the handbook's folder, and looked for beside the entry.
  const images = files.flatMap((file) =>
    file.path.startsWith('assets/')
      ? book.chapters.map(({ id }) => new VFile({ path: `${id}/${file.path}`, value: file.value }))
      : [],
  );
  return [...files, ...images, ...entries];
}

/** A chapter's heading ends the entry before it; one inside an answer is deeper. */
function keep(tail: string): string {
  return tail.startsWith('## ') ? '' : tail;
}

const hasAutomaticLink = ({ answer, footnotes }: Entry) =>
  crossReferences([...answer, ...footnotes]).some(({ automatic }) => automatic);

test.each(['kitchen-sink', 'clauses', 'numbered'])(
  'the exported %s has every entry as it was, by fingerprint',
  async (name) => {
    const folder = fixture(name);
    const { code, stdout } = await runOctavo(['export', folder, '--drafts'], process.cwd());
    expect(code).toBe(0);
    const before = loadHandbook(readFolder(folder), { drafts: true }).handbook;
    if (!before) throw new Error('the fixture has errors');
    const { handbook: after, files } = loadHandbook(takenApart(stdout, before, folder), { drafts: true });
    const errors = files.flatMap((file) =>
      file.messages.filter(({ fatal }) => fatal).map((message) => `${file.path}: ${message}`),
    );
    expect(errors).toEqual([]);
    const entries = (book: Handbook | undefined) =>
      book?.chapters.flatMap((chapter) => chapter.entries) ?? [];
    const facts = ({ topics, related, index, status, replacedBy, aliases }: Entry) => ({
      topics,
      related,
      index,
      status,
      replacedBy,
      aliases,
    });
    expect(entries(after).map((entry) => [entry.number, entry.id, facts(entry)])).toEqual(
      entries(before).map((entry) => [entry.number, entry.id, facts(entry)]),
    );
    const now = new Map(entries(after).map((entry) => [entry.number, entry.fingerprint]));
    const changed = entries(before).filter((entry) => now.get(entry.number) !== entry.fingerprint);
    // A link without a text may have been given the one it is printed with.
    expect(changed.filter((entry) => !hasAutomaticLink(entry)).map(({ number }) => number)).toEqual([]);
  },
);

/** What editors do to a document of each kind, and the files that change by it, with what changes in each. */
const EDITS: readonly {
  readonly kind: 'md' | 'csv';
  readonly edit: (document: string) => string;
  readonly told: readonly string[];
  readonly changed: (file: string) => string;
}[] = [
  {
    kind: 'md',
    edit: (text) => text.replace('three boat lengths', 'four boat lengths'),
    told: ['moorings/101-swing-mooring.md: answer'],
    changed: (file) => file.replace('three', 'four'),
  },
  {
    kind: 'md',
    edit: (text) => text.replace('weight: 2\n', 'weight: 3\n').replace('  - N\n  - W\n', '  - E\n'),
    told: ['moorings/101-swing-mooring.md: jurisdiction, weight'],
    changed: (file) =>
      file.replace('jurisdiction: [N, W]', 'jurisdiction:\n  - E').replace('weight: 2', 'weight: 3'),
  },
  {
    kind: 'csv',
    edit: (text) => text.replace(',rule,"[""N"",""W""]",2,', ',rule,"[""E""]",3,'),
    told: ['moorings/101-swing-mooring.md: jurisdiction, weight'],
    changed: (file) =>
      file.replace('jurisdiction: [N, W]', 'jurisdiction:\n  - E').replace('weight: 2', 'weight: 3'),
  },
  {
    kind: 'md',
    edit: (text) =>
      text.replace('## Who this is for {', '## For whom this is {').replace('who moors', 'who swims'),
    told: ['front/preface.md: title, answer'],
    changed: (file) => file.replace('Who this is for', 'For whom this is').replace('moors', 'swims'),
  },
];

test.each(EDITS)('what editors change in a book with types comes back: $told.0 in $kind', async (one) => {
  const place = await temporaryFolder();
  await cp(fixture('rulebook'), join(place, 'book'), { recursive: true });
  await writeFile(join(place, 'book', 'handbook.yaml'), 'front: [preface]\n', { flag: 'a' });
  await mkdir(join(place, 'book', 'front'));
  const preface = '---\ntitle: Who this is for\n---\n\nEverybody who moors.\n';
  await writeFile(join(place, 'book', 'front', 'preface.md'), preface);
  const sent = await runOctavo(['export', 'book', '--to', one.kind], place);
  expect(sent.code).toBe(0);
  const back = one.edit(sent.stdout);
  expect(back).not.toBe(sent.stdout);
  const files = () => new Map(readFolder(join(place, 'book')).map(({ path, value }) => [path, `${value}`]));
  const text = (path: string) => readFile(join(place, 'book', path), 'utf8');
  const before = files();
  const [path = ''] = one.told[0]?.split(':') ?? [];
  const old = await text(path);
  await writeFile(join(place, `back.${one.kind}`), back);
  const { code, stdout, stderr } = await runOctavo(['import', '--update', `back.${one.kind}`, 'book'], place);
  expect([code, stdout], stderr).toEqual([0, one.told.map((line) => `book/${line}\n`).join('')]);
  expect(await text(path)).toBe(one.changed(old));
  const changed = [...files()].filter(([name, value]) => before.get(name) !== value).map(([name]) => name);
  expect(changed).toEqual([path]);
});

test('a column that an editor adds is told, and not read', async () => {
  const place = await temporaryFolder();
  await cp(fixture('guideline'), join(place, 'book'), { recursive: true });
  const { stdout: sent } = await runOctavo(['export', 'book', '--to', 'csv'], place);
  const [head = '', ...rows] = sent.split('\n');
  const back = [
    `${head.trimEnd()},remarks`,
    ...rows.map((row) => (row.trim() ? `${row.trimEnd()},good` : row)),
  ];
  await writeFile(join(place, 'back.csv'), back.join('\n'));
  const { code, stdout, stderr } = await runOctavo(['import', '--update', 'back.csv', 'book'], place);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('the column "remarks" is none of the handbook\'s: it is not read');
});
