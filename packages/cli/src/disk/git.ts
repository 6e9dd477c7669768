import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Repository, Tags } from '@octavo/press/release';
import { EXIT, fail } from '../exit-code.ts';
import { isForeignPath } from './foreign.ts';

const run = promisify(execFile);

/** Runs git in a folder and returns the bytes that it prints. */
export async function gitBytes(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const options = ['-c', 'core.quotePath=false', '-c', 'log.showSignature=false', '-C', folder];
  const running = run('git', [...options, ...args], {
    encoding: 'buffer',
    maxBuffer: 1 << 30,
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
  });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/** Runs git in a folder and returns the text that it prints. */
export function gitIn(folder: string): Git {
  return async (args, input) => (await gitBytes(folder, args, input)).toString('utf8');
}

/**
 * Asks git about a folder and the ledger in it; returns undefined when the folder is in no repository, or git is not installed.
 */
export async function readRepository(folder: string, ledger = 'releases/'): Promise<Repository | undefined> {
  const withInput = gitIn(folder);
  const git = (...args: readonly string[]) => withInput(args);
  try {
    if ((await git('rev-parse', '--is-inside-work-tree')).trim() !== 'true') return undefined;
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    const status = await git(
      'status',
      '--porcelain=v1',
      '-z',
      '--no-renames',
      '--untracked-files=all',
      '--',
      '.',
    );
    const changed = status.split('\0').filter((line) => line !== '');
    const pathOf = (line: string) => line.slice(3 + prefix.length);
    const dirty = changed.map(pathOf);
    const deleted = changed.filter((line) => /^(?:.D|D )/.test(line)).map(pathOf);
    const gone = new Set(deleted.filter((path) => !isForeignPath(path)));
    const born = await git('rev-parse', '--verify', '--quiet', 'HEAD').then(
      () => true,
      () => false,
    );
    const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
    const tags = await readTags(withInput, `${prefix}${ledger.slice(0, -1)}`);
    if (!born) return { dirty, gone, shallow, tags, commit: undefined, commits: new Map() };
    const commit = (await git('log', '-1', '--format=%H', '--', '.', ':(exclude)releases')).trim();
    return {
      dirty,
      gone,
      shallow,
      tags,
      commit: commit === '' ? undefined : commit,
      commits: await lastCommits(withInput, 'HEAD', new Set(dirty)),
    };
  } catch (error) {
    return absent(error) ? undefined : failed(error);
  }
}

/**
 * Returns the last commit of each file of the folder up to a commit, but for those that are dirty. Commits come from
 * the newest to the oldest: the first one that names a file is its last.
 */
export async function lastCommits(
  git: Git,
  from: string,
  dirty: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, string>> {
  const form = ['-c', '--no-renames', '--format=%x00%H', '--name-only', '--relative'];
  const log = await git(['log', ...form, from, '--', '.']);
  const commits = new Map<string, string>();
  for (const part of log.split('\0')) {
    const [commit = '', ...paths] = part.split('\n').filter((line) => line !== '');
    for (const path of paths) if (!commits.has(path) && !dirty.has(path)) commits.set(path, commit);
  }
  return commits;
}

function absent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ENOENT') || /not a git repository/i.test(said(error));
}

/** Ends the command because git failed. */
export function failed(error: unknown): never {
  const reason = error instanceof Error ? said(error) : String(error);
  fail(EXIT.tool, `git failed: ${reason.trim().split('\n')[0] ?? ''}`, 'Mend the repository and try again.');
}

function said(error: Error): string {
  const told = 'stderr' in error ? String(error.stderr) : '';
  return told === '' ? error.message : told.replace(/^fatal: /, '');
}

/** Runs git in the handbook's folder. */
export type Git = (args: readonly string[], input?: string) => Promise<string>;

/** Reads which records a ledger (its folder, from the top of the repository) had at each tag. */
export async function readTags(git: Git, ledger: string): Promise<Tags> {
  const names = lines(await git(['for-each-ref', '--format=%(refname:short)', 'refs/tags']));
  if (names.length === 0) return { names, released: new Map() };
  const asked = names.map((name) => `refs/tags/${name}:${ledger}\n`).join('');
  const answers = lines(await git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], asked));
  const trees = new Map<string, string>();
  for (const [index, answer] of answers.entries()) {
    const [tree = '', type] = answer.split(' ');
    if (type === 'tree' && !trees.has(tree)) trees.set(tree, names[index] ?? '');
  }
  const released = new Map<string, string>();
  for (const [tree, name] of trees) {
    for (const path of lines(await git(['ls-tree', '--name-only', tree]))) {
      const [, version] = /^(.+)\.json$/.exec(path) ?? [];
      if (version !== undefined && !released.has(version)) released.set(version, name);
    }
  }
  return { names, released };
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
