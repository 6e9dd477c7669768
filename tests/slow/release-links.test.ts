import { mkdir, readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larder, revise } from '../cli/editions.ts';
import { isWhole, octavo } from './octavo-process.ts';

/** A module that makes links fail, as Windows does without the right to make them: all, or all but junctions. */
function withoutLinks(but = ''): readonly string[] {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { symlink } = fs.promises;
    fs.promises.symlink = async (target, path, kind) => {
      if (kind === '${but}') return symlink(target, path, kind);
      throw Object.assign(new Error('EPERM: operation not permitted, symlink'), { code: 'EPERM', path });
    };
    syncBuiltinESMExports();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

test('where links are not permitted a release has its ledger, and latest is a junction or is not moved', async () => {
  const { book, out } = await larder();
  const args = (version: string) => ['release', version, book, '--out', out, '--allow-dirty'];
  const releases = () => readdir(join(book, 'releases'));

  const first = await octavo(args('2026.1'), undefined, withoutLinks());
  expect(first.code, first.stderr).toBe(0);
  expect(first.stderr).toContain('latest is not moved, since no link can be made in ');
  expect(await releases()).toEqual(['2026.1.json', '2026.1.text.jsonl']);
  expect(await readdir(out)).not.toContain('latest');

  // The next release knows it by its folder, and a junction needs no right.
  await revise(book, 2);
  const second = await octavo(args('2026.2'), undefined, withoutLinks('junction'));
  expect(second.code, second.stderr).toBe(0);
  expect(second.stderr).toContain('latest leads to 2026.2');
  expect(await readlink(join(out, 'latest'))).toBe(join(out, '2026.2'));
  expect(await isWhole(join(out, 'latest'))).toBe(true);

  // With links it is as ever; a folder in its place ends the command, and not the ledger.
  await rm(join(out, 'latest'));
  await mkdir(join(out, 'latest'));
  await revise(book, 3);
  const third = await octavo(args('2026.10'));
  expect(third.code).toBe(6);
  expect(third.stderr).toContain('is no link of ours');
  expect(await releases()).toContain('2026.10.json');
  await rm(join(out, 'latest'), { recursive: true });
  expect((await octavo(args('2026.10'))).stderr).toContain('already released, identical');
  expect(await readlink(join(out, 'latest'))).toBe('2026.10');
}, 600_000);
