import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { larder, revise } from '../cli/editions.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { isWhole, octavo } from './octavo-process.ts';

/** Whether a small disk can be mounted here: as root, on Linux. */
const CAN_MOUNT = ((): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'octavo-test', '/mnt'], { stdio: 'ignore' });
    execFileSync('umount', ['/mnt']);
    return true;
  } catch {
    console.warn('skipped: a small disk needs root and mount, and one of them is not there');
    return false;
  }
})();

/** A disk of so many kilobytes, until the test ends. */
async function disk(kilobytes: number): Promise<string> {
  const folder = join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'octavo-test', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

describe.skipIf(!CAN_MOUNT)('a disk', () => {
  test('that is full leaves the old release, exit code 6; with room the next run succeeds', async () => {
    const { book, out } = await larder();
    const args = (version: string, to: string) => ['release', version, book, '--out', to, '--allow-dirty'];
    expect(await octavo(args('2026.1', out))).toMatchObject({ code: 0 });
    await revise(book, 2);
    const small = await disk(4_000);
    await cp(out, small, { recursive: true, verbatimSymlinks: true });
    const free = async (kilobytes: number) => {
      const { bavail, bsize } = await import('node:fs/promises').then(({ statfs }) => statfs(small));
      await writeFile(join(small, 'filler'), new Uint8Array(Math.max(0, bavail * bsize - kilobytes * 1000)));
    };
    for (const kilobytes of [0, 8, 60, 200, 400, 600]) {
      await writeFile(join(small, 'filler'), '');
      await free(kilobytes);
      const { code, stderr } = await octavo(args('2026.2', small));
      expect({ code, stderr }).toMatchObject({
        code: 6,
        stderr: expect.stringContaining('the disk is full'),
      });
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(await readlink(join(small, 'latest'))).toBe('2026.1');
      expect(await isWhole(join(small, 'latest'))).toBe(true);
      expect((await readdir(small)).filter((name) => !name.endsWith('.run.json')).sort()).toEqual([
        '2026.1',
        'filler',
        'latest',
      ]);
      expect(await readdir(join(book, 'releases'))).not.toContain('2026.2.json');
    }
    await writeFile(join(small, 'filler'), '');
    expect(await octavo(args('2026.2', small))).toMatchObject({ code: 0 });
    expect(await isWhole(join(small, 'latest'))).toBe(true);
  });

  test('that has no room for the ledger leaves a release that the next run finishes', async () => {
    const { book, out } = await larder();
    const small = await disk(64);
    await cp(book, small, { recursive: true });
    await writeFile(join(small, 'filler.txt'), new Uint8Array(64_000)).catch(() => {});
    const args = ['release', '2026.1', small, '--out', out, '--allow-dirty'];
    const full = await octavo(args);
    expect(full).toMatchObject({ code: 6, stderr: expect.stringContaining('the disk is full') });
    await writeFile(join(small, 'filler.txt'), '');
    expect(await octavo(args)).toMatchObject({ code: 0 });
    expect((await readdir(join(small, 'releases'))).sort()).toEqual(['2026.1.json', '2026.1.text.jsonl']);
    expect(await isWhole(join(out, 'latest'))).toBe(true);
  });

  test('that is read-only is said so, exit code 6', async () => {
    const { book } = await larder();
    const small = await disk(64);
    execFileSync('mount', ['-o', 'remount,ro', small]);
    const { code, stderr } = await octavo(['release', '2026.1', book, '--out', join(small, 'releases')]);
    expect({ code, stderr }).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('the disk is read-only'),
    });
    expect(stderr).toContain('--out');
    expect(await readdir(small)).toEqual([]);
    expect((await readdir(book)).sort()).toEqual(['handbook.yaml', 'keeping', 'using']);
  });
});
