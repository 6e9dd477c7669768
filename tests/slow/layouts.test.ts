import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The commands of a workflow, in order, each with the folder it runs in. */
function stepsOf(workflow: string): readonly { readonly script: string; readonly folder: string }[] {
  return workflow.split(/^ {6}- /m).flatMap((step) => {
    const [, line, block] = /^(?: {8})?run: (?:\|\n((?: {10}.*\n?)+)|(.+))/m.exec(step) ?? [];
    const script = line?.replace(/^ {10}/gm, '') ?? block;
    const [, folder = '.'] = /working-directory: (.+)/.exec(step) ?? [];
    return script === undefined ? [] : [{ script, folder }];
  });
}

/** The shell commands of a Markdown document, block by block. */
function blocksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

let place: string;
/** Runs a script as a runner of GitHub does; `npx octavo` is the command of this repository. */
async function bash(script: string, cwd: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const env = { ...process.env, PATH: join(place, 'bin') + delimiter + process.env.PATH, ...more };
  const who = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org' };
  await run('bash', ['-e', '-c', script], { cwd, env: { ...env, ...who, ...committer } });
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-layouts-'));
  await mkdir(join(place, 'bin'));
  const shims = {
    npx: `#!/bin/sh\nshift\nexec "${process.execPath}" "${ROOT}packages/cli/bin/octavo.js" "$@"\n`,
    npm: '#!/bin/sh\nexit 0\n',
  };
  for (const [name, text] of Object.entries(shims)) {
    await writeFile(join(place, 'bin', name), text);
    await chmod(join(place, 'bin', name), 0o755);
  }
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** What packing puts into the package, in the place where npm installs it. */
async function install(repository: string): Promise<void> {
  const home = join(repository, 'node_modules/@octavo/cli');
  await mkdir(home, { recursive: true });
  await run(process.execPath, [join(ROOT, 'scripts/ship-publishing.mjs')], { cwd: home });
}

async function repositoryOf(layout: 'alone' | 'content'): Promise<string> {
  const repository = join(place, layout);
  if (layout === 'alone') {
    expect((await runOctavo(['init', 'alone', '--title', 'My handbook'], place)).code).toBe(0);
  } else {
    await cp(fixture('small'), join(repository, 'content/other'), { recursive: true });
    expect((await runOctavo(['init', 'content/first'], repository)).code).toBe(0);
    const book = join(repository, 'content/my-book');
    await rename(join(repository, 'content/first'), book);
    for (const name of ['package.json', '.gitignore', '.github'])
      await rename(join(book, name), join(repository, name));
    const path = join(book, 'handbook.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^id: .*/m, 'id: "my-handbook" # for life'));
  }
  await install(repository);
  return repository;
}

describe.runIf(HAS_GIT).each(['alone', 'content'] as const)('a handbook in a repository: %s', (layout) => {
  test('is checked, released and published by the commands of the documents as they stand', async () => {
    const repository = await repositoryOf(layout);
    const read = (path: string) => readFile(join(repository, path), 'utf8');
    // Of several handbooks, the workflow that init wrote has to name one.
    for (const { script } of stepsOf(await read('.github/workflows/handbook.yml')))
      await bash(
        script.replace(/^(npx octavo \w+)/, layout === 'alone' ? '$1' : '$1 my-handbook'),
        repository,
      );
    expect(await readdir(join(repository, 'dist/my-handbook/preview'))).toContain('index.html');
    await git(place, 'init', '--quiet', '--initial-branch', 'main', layout);
    await git(repository, 'add', '--all');
    await git(repository, 'commit', '--quiet', '--message', 'A handbook');

    const documents = join(ROOT, 'content/octavo-handbook');
    const document = (path: string) => readFile(join(documents, path), 'utf8');
    const [release = ''] = blocksOf(await document('releasing/161-make-a-release.md'));
    await bash(release.replaceAll('2026.2', '0.1'), repository);
    const root = join(place, `${layout}-www`);
    const [, publish = ''] =
      /^\$ (node .*publish\.mjs .*) www$/m.exec(await document('hosting/191-publish-on-a-static-host.md')) ??
      [];
    await bash(`${publish} ${root}`, repository);
    const [copy = ''] = blocksOf(await document('hosting/201-publish-from-github.md'));
    await bash(copy, repository);

    // A runner of GitHub: the tag is checked out, beside it the branch that is served.
    const origin = join(place, `${layout}.git`);
    await run('git', ['clone', '--quiet', '--bare', repository, origin]);
    await git(repository, 'switch', '--quiet', '--orphan', 'site');
    await git(repository, 'commit', '--quiet', '--allow-empty', '--message', 'The site');
    await git(repository, 'push', '--quiet', origin, 'site');
    await git(repository, 'switch', '--quiet', 'main');
    const runner = join(place, `${layout}-runner`);
    await run('git', ['clone', '--quiet', '--branch', 'my-handbook/0.1', origin, runner]);
    await run('git', ['clone', '--quiet', '--branch', 'site', origin, join(runner, 'dist/site')]);
    await install(runner);
    const workflow = await read('.github/workflows/release.yml');
    const [, webRoot = ''] = /WEB_ROOT: (.+)/.exec(workflow) ?? [];
    const steps = stepsOf(workflow);
    expect(steps).toHaveLength(4);
    for (const { script, folder } of steps)
      await bash(script, join(runner, folder), { GITHUB_REF_NAME: 'my-handbook/0.1', WEB_ROOT: webRoot });
    const served = await git(origin, 'ls-tree', '-r', '--name-only', 'site');
    const names = await readdir(root, { recursive: true, withFileTypes: true });
    const published = names
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name).slice(root.length + 1));
    // So that git keeps the bytes as they were published.
    expect(served.split('\n').sort()).toEqual(['.gitattributes', ...published].sort());
    expect(published).toContain('my-handbook-0.1.zip');
  }, 240_000);
});

test('a handbook is found by its folder, by its id, or as the only one; several are named', async () => {
  const folder = await temporaryFolder();
  const check = (...words: readonly string[]) => runOctavo(['check', ...words], folder);
  await cp(fixture('small'), join(folder, 'content/book'), { recursive: true });
  for (const words of [[], ['.'], ['small'], ['content/book']])
    expect((await check(...words)).stderr, words.join()).toContain('A Small Handbook: 2 entries');
  await cp(fixture('small'), join(folder, 'content/second'), { recursive: true });
  const several = await check();
  expect(several.code).toBe(2);
  expect(several.stderr).toBe(
    'octavo: there is no handbook.yaml in this folder, and content/ holds 2 handbooks\n' +
      '  Name one by its folder or its id: content/book, content/second.\n',
  );
  expect((await check('smal')).code).toBe(2);
});

test('help prints the page of a rule, or its line in the table of its package', async () => {
  const help = (topic: string) => runOctavo(['help', topic], process.cwd());
  const page = await readFile(join(ROOT, 'packages/core/docs/rules/number-unique.md'), 'utf8');
  expect(await help('number-unique')).toEqual({ code: 0, stdout: page, stderr: '' });
  for (const rule of ['formats-agree', 'image-available', 'edition-later', 'parity-links']) {
    const { code, stdout } = await help(rule);
    expect(code, rule).toBe(0);
    expect(stdout).toMatch(new RegExp(`^# ${rule}\n\n(?:## What it asks\n\n)?\\w.{20}`));
  }
  const { code, stderr } = await help('number-uniqe');
  expect(code).toBe(2);
  expect(stderr).toContain('there is no command and no rule "number-uniqe"; did you mean "number-unique"?');
  expect((await help('build')).stdout).toMatch(/^Usage: octavo build/);
});
