import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, temporaryFolder } from './temporary-folder.ts';

async function bookInReview(): Promise<{ book: string; build: (...more: string[]) => Promise<string> }> {
  const book = await copyOf('small');
  const handbook = join(book, 'handbook.yaml');
  const text = await readFile(handbook, 'utf8');
  await writeFile(handbook, `${text.trimEnd()}\nreview: { required: true }\n`);
  const build = async (...more: string[]) => {
    const out = join(await temporaryFolder(), 'site');
    const { code, stderr } = await runOctavo(['build', book, '--out', out, ...more], process.cwd());
    expect(code, stderr).toBe(0);
    return out;
  };
  return { book, build };
}

test('a build with drafts marks what nobody approved, in every format that people read', async () => {
  const { book, build } = await bookInReview();
  await runOctavo(['approve', '1', book, '--by', 'Ada'], process.cwd());
  const out = await build('--drafts', '--to', 'html,epub');
  const read = (path: string) => readFile(join(out, path), 'utf8');
  expect(await read('entry/2/index.html')).toContain('data-mark="Not approved"');
  expect(await read('entry/2.md')).toContain('**Not approved**');
  expect(await read('entry/1/index.html')).not.toContain('Not approved');
  const epub = unzipSync(new Uint8Array(await readFile(join(out, 'small.epub'))));
  const stamped = Object.entries(epub).filter(([, bytes]) => strFromU8(bytes).includes('>Not approved<'));
  expect(stamped.map(([path]) => path.replace(/^.*\//, '')).sort()).toEqual([
    'chapter-basics.xhtml',
    'title-page.xhtml',
  ]);
});

test('without drafts, an approval does not change a byte: what is built is what would be released', async () => {
  const { book, build } = await bookInReview();
  const before = await readFile(join(await build('--to', 'html,epub,jsonld'), 'SHA256SUMS'), 'utf8');
  await runOctavo(['approve', '--all', book, '--by', 'Ada'], process.cwd());
  const after = await readFile(join(await build('--to', 'html,epub,jsonld'), 'SHA256SUMS'), 'utf8');
  expect(after).toBe(before);
});
