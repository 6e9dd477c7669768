import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { git, HAS_GIT } from '../cli/git.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';
import { differences } from './first-difference.ts';
import { OCTAVO } from './octavo-process.ts';

const run = promisify(execFile);
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('skipped: only root can release as another user');

interface Machine {
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: number;
  readonly options?: readonly string[];
}

/** Releases a clone of a repository; returns the folder of the release. */
async function releaseClone(repository: string, version: string, machine: Machine): Promise<string> {
  const { command = [process.execPath], env = {}, user, options = [] } = machine;
  const place = await temporaryFolder();
  await git(place, 'clone', '--quiet', repository, 'a clone');
  if (user !== undefined) await give(place, user);
  const [program = '', ...args] = command;
  const call = [...args, OCTAVO, 'release', version, join(place, 'a clone'), '--out', join(place, 'out')];
  await run(program, [...call, '--quiet', ...options], {
    cwd: place,
    env: { ...process.env, ...env },
    maxBuffer: 64_000_000,
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  return join(place, 'out', version);
}

/** Gives a folder and all in it to a user. */
async function give(folder: string, user: number): Promise<void> {
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chown(join(item.parentPath, item.name), user, user);
  await chown(folder, user, user);
  await chmod(folder, 0o755);
}

describe.skipIf(!HAS_GIT)('a release is the same bytes', () => {
  test.each(['editions/2', 'kitchen-sink'])(
    '%s: in another clone, time zone, locale, as another user, and on Node 24',
    async (name) => {
      const repository = join(await temporaryFolder(), 'repository');
      await cp(fixture(name), repository, { recursive: true });
      await git(repository, 'init', '--quiet');
      await git(repository, 'add', '.');
      await git(repository, 'commit', '--quiet', '--message', 'All of it');
      const yaml = await readFile(join(repository, 'handbook.yaml'), 'utf8');
      const [, version = ''] = /edition:.*?version:\s*"?([^",\s]+)/s.exec(yaml) ?? [];

      const here = await releaseClone(repository, version, {});
      const abroad = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      const home = join(await temporaryFolder(), 'home');
      await mkdir(home);
      const { stdout: help } = await run(process.execPath, [OCTAVO, 'help', 'release']);
      const jobs = (count: string) => (help.includes('--jobs') ? ['--jobs', count] : []);
      const machines: readonly Machine[] = [
        {
          env: { TZ: 'America/St_Johns', HOME: home },
          options: jobs('1'),
          ...(isRoot ? { user: NOBODY } : {}),
        },
        { command: ['npx', '-y', 'node@24'], env: abroad, options: jobs('4') },
      ];
      for (const machine of machines)
        expect(await differences(here, await releaseClone(repository, version, machine))).toEqual([]);
      console.info(
        `${name} ${version}: ${(await run('sha256sum', [join(here, 'SHA256SUMS')])).stdout.slice(0, 64)}`,
      );
    },
  );
});
