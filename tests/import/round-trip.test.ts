import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadHandbook, toText } from '@octavo/core';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { readFolder } from '../core/read-folder.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

const SOURCES = {
  seed: fixture('legacy/coremodels-faq-601-700.txt'),
  'headings and contents': fixture('import/md-headings-contents/input/FAQ.md'),
  'restarting numbers': fixture('import/md-numbers-restart/input/faq.md'),
  Japanese: fixture('import/ja-questions/input/faq.md'),
  Arabic: fixture('import/ar-questions/input/faq.md'),
};

test.each(Object.entries(SOURCES))(
  '%s: imported, exported and imported again says the same',
  async (_name, source) => {
    const folder = await temporaryFolder();
    const name = source.split('/').at(-1) ?? '';
    await cp(source, join(folder, name));
    expect(await done(folder, 'import', name, '--out', 'first')).toBe(0);
    expect(await done(folder, 'export', 'first', '--out', 'exported.md')).toBe(0);
    expect(await done(folder, 'import', 'exported.md', '--out', 'second')).toBe(0);
    expect(entriesOf(join(folder, 'second'))).toEqual(entriesOf(join(folder, 'first')));
  },
);

async function done(cwd: string, ...argv: readonly string[]): Promise<number> {
  return (await runOctavo(argv, cwd)).code;
}

function entriesOf(book: string) {
  const { handbook } = loadHandbook(readFolder(book));
  const entries = (handbook?.chapters ?? []).flatMap((chapter) => chapter.entries);
  expect(entries.length).toBeGreaterThan(1);
  return entries.map((entry) => ({
    number: entry.number,
    question: toText(entry.question),
    answer: toText(entry.answer),
    fingerprint: entry.fingerprint,
  }));
}
