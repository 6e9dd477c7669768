import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The file that a code block of the handbook shows under its name. */
async function documented(name: string): Promise<string> {
  const text = await readFile(
    join(REPOSITORY, 'content/octavo-handbook/many/227-build-editions-as-tasks.md'),
    'utf8',
  );
  const [, found] = text.split(`title="${name}"\n`);
  return (found?.split('```')[0] ?? '').trim();
}

test('turbo builds each edition as a task of its own, as the documentation sets it up', {
  timeout: 600_000,
}, async () => {
  const root = await temporaryFolder();
  const book = join(root, 'content/kiln-help');
  await mkdir(join(root, 'content'));
  await cp(fixture('one-source'), book, { recursive: true });
  const cli = join(REPOSITORY, 'packages/cli/bin/octavo.js');
  await mkdir(join(book, 'node_modules/.bin'), { recursive: true });
  await symlink(cli, join(book, 'node_modules/.bin/octavo'));
  const files: Readonly<Record<string, string>> = {
    'pnpm-workspace.yaml': 'packages: ["content/*"]\n',
    'package.json': '{ "name": "books", "private": true, "packageManager": "pnpm@10.34.9" }',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  content/kiln-help: {}\n",
    'turbo.json': '{ "tasks": {} }',
    'content/kiln-help/package.json': await documented('content/kiln-help/package.json'),
    'content/kiln-help/turbo.json': await documented('content/kiln-help/turbo.json'),
  };
  // The command is the one of this repository.
  for (const [path, text] of Object.entries(files))
    await writeFile(join(root, path), text.replace(/,\s*"devDependencies": \{[^}]*\}/, ''));
  const build = async () => {
    const turbo = ['-y', 'pnpm@10.34.9', `--config.verify-deps-before-run=false`, 'exec'];
    const binary = join(REPOSITORY, 'node_modules/.bin/turbo');
    const args = [...turbo, binary, 'run', 'build', '--summarize', '--no-daemon', `--cwd=${root}`];
    await run('npx', args, { cwd: REPOSITORY });
    const runs = (await readdir(join(root, '.turbo/runs'))).sort();
    const all = await Promise.all(
      runs.map(async (name) => JSON.parse(await readFile(join(root, '.turbo/runs', name), 'utf8'))),
    );
    const last = all.sort((a, b) => a.execution.endTime - b.execution.endTime).at(-1);
    return Object.fromEntries(
      last.tasks
        .filter(({ command }: { command: string }) => command.startsWith('octavo'))
        .map((task: { task: string; cache: { status: string } }) => [task.task, task.cache.status]),
    );
  };
  const tasks = (status: string) =>
    Object.fromEntries(['basic', 'pro', 'staff'].map((edition) => [`build:${edition}`, status]));
  expect(await build()).toEqual(tasks('MISS'));
  const manifest = await readFile(join(root, 'dist/kiln-help/pro/preview/manifest.json'), 'utf8');
  expect(manifest).toContain('kiln-help');
  expect(await build()).toEqual(tasks('HIT'));
  await appendFile(join(book, 'start/1-what.md'), '\nOne more line.\n');
  expect(await build()).toEqual(tasks('MISS'));
});
