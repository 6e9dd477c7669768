import { execFile } from 'node:child_process';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { larder, readJson, release } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { lacks } from './epub-workbench.ts';
import { findProgram } from './hosting-servers.ts';

const minisign = findProgram('minisign');
const python = findProgram('python3');

/** Makes a key pair with minisign itself; its passwords are read from the terminal or, here, a pipe. */
async function keys(folder: string, name: string, password?: string) {
  await mkdir(folder, { recursive: true });
  const [secret, open] = [join(folder, `${name}.key`), join(folder, `${name}.pub`)];
  const args = ['-G', ...(password === undefined ? ['-W'] : []), '-p', open, '-s', secret];
  const running = promisify(execFile)(minisign as string, args);
  // Without a password minisign reads nothing and may have ended: writing to it would break the pipe.
  if (password !== undefined) running.child.stdin?.write(`${password}\n${password}\n`);
  await running;
  return { secret, open };
}

const verify = (open: string, file: string) =>
  promisify(execFile)(minisign as string, ['-V', '-p', open, '-m', file]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => `${error.stdout}${error.stderr}`,
  );

describe.skipIf(lacks(minisign, 'minisign'))('minisign', () => {
  test('verifies what a release was signed with, by a key without a password and by one that has one', async () => {
    const { book, out } = await larder();
    const plain = await keys(join(out, '..', 'keys'), 'plain');
    const locked = await keys(join(out, '..', 'keys'), 'locked', 'open sesame');
    const sums = join(out, '2026.1/SHA256SUMS');
    const zip = join(out, '2026.1/larder-2026.1.zip');

    expect((await release(book, out, '2026.1', '--sign', plain.secret)).code).toBe(0);
    for (const file of [sums, zip])
      expect(await verify(plain.open, file)).toMatch(
        /^Signature and comment signature verified\nTrusted comment: timestamp:1769817600\tfile:.*\thashed/,
      );
    const first = await readFile(`${sums}.minisig`);

    // Signed again it is the same; by another key, another; the release itself stays as it is.
    expect((await release(book, out, '2026.1', '--sign', plain.secret)).code).toBe(0);
    expect((await readFile(`${sums}.minisig`)).equals(first)).toBe(true);
    const sign = (password?: string) =>
      runOctavo(['release', '2026.1', book, '--out', out, '--sign', locked.secret], process.cwd(), {
        ...(password === undefined ? {} : { OCTAVO_SIGN_PASSWORD: password }),
      });
    expect(await sign()).toMatchObject({ code: 2, stderr: expect.stringContaining('OCTAVO_SIGN_PASSWORD') });
    expect(await sign('sesame')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('wrong password'),
    });
    expect((await readFile(`${sums}.minisig`)).equals(first)).toBe(true);
    expect(await sign('open sesame')).toMatchObject({ code: 0 });
    expect(await verify(locked.open, sums)).toContain('verified');
    expect(await verify(plain.open, sums)).not.toContain('verified');

    await appendFile(sums, '\n');
    expect(await verify(locked.open, sums)).toContain('Signature verification failed');
  });
});

test.skipIf(lacks(python, 'Python'))(
  'the zip is the release: Python unpacks it, sha256sum agrees',
  async () => {
    const { book, out } = await larder();
    expect((await release(book, out, '2026.1')).code).toBe(0);
    const folder = join(out, '2026.1');
    const run = promisify(execFile);
    await run('sha256sum', ['--check', '--quiet', 'larder-2026.1.zip.sha256'], { cwd: folder });
    await run('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder });
    await run(python as string, ['-m', 'zipfile', '-t', 'larder-2026.1.zip'], { cwd: folder });
    await run(python as string, ['-m', 'zipfile', '-e', 'larder-2026.1.zip', join(out, 'unpacked')], {
      cwd: folder,
    });
    const unpacked = join(out, 'unpacked/larder-2026.1');
    await run('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: unpacked });
    const listed = (await readJson(unpacked, 'manifest.json')).files.length;
    const { stdout } = await run('find', [unpacked, '-type', 'f']);
    expect(stdout.trim().split('\n')).toHaveLength(listed + 2);
  },
);
