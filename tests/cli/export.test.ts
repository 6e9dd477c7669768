import { cp, readFile, writeFile } from 'node:fs/promises';
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

test('what editors change in a book with types of its own comes back', async () => {
  const place = await temporaryFolder();
  await cp(fixture('rulebook'), join(place, 'book'), { recursive: true });
  const sent = await runOctavo(['export', 'book'], place);
  expect(sent.code).toBe(0);
  await writeFile(join(place, 'back.md'), sent.stdout.replace('three boat lengths', 'four boat lengths'));
  const { code, stdout, stderr } = await runOctavo(['import', '--update', 'back.md', 'book'], place);
  expect([code, stdout], stderr).toEqual([0, 'book/moorings/101-swing-mooring.md: answer\n']);
  const file = join('moorings', '101-swing-mooring.md');
  expect(await readFile(join(place, 'book', file), 'utf8')).toBe(
    (await readFile(join(fixture('rulebook'), file), 'utf8')).replace('three', 'four'),
  );
});
