import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { VFile } from 'vfile';
import { isForeignPath } from './foreign.ts';
import { failed, type Git, gitBytes, gitIn, lastCommits } from './git.ts';
import { ignoredIn } from './ignored.ts';
import { hashLockfile, LOCKFILES } from './installed.ts';

/** A handbook's folder as a commit has it. */
export interface CommitFiles {
  /** The handbook's own files without its ledger, sorted; paths are from its folder. */
  readonly files: readonly VFile[];
  /** The last commit of each file. */
  readonly commits: ReadonlyMap<string, string>;
  /** The SHA-256 of the lockfile that the commit has. */
  readonly lockfile: string | undefined;
}

/**
 * Reads a handbook's folder from git's store of objects; the work tree is neither read nor changed. What a handbook passes
 * over is passed over here too, and symbolic links inside the folder are followed. Returns undefined when the folder is in
 * no repository, git is not installed, or there is no such commit or no handbook in it.
 *
 * @param name a revision, such as `refs/tags/my-handbook/2026.1`
 */
export async function filesAt(folder: string, name: string): Promise<CommitFiles | undefined> {
  const git = gitIn(folder);
  const found = await git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch(() => '');
  const commit = found.trim();
  return commit === '' ? undefined : readCommit(folder, git, commit).catch(failed);
}

async function readCommit(folder: string, git: Git, commit: string): Promise<CommitFiles | undefined> {
  const contents = await contentsAt(folder, git, commit);
  const handbook = contents.get('handbook.yaml');
  if (!handbook) return undefined;
  const ignored = ignoredIn(folder, handbook);
  const files = [...contents]
    .filter(([path]) => !path.startsWith('releases/') && !isForeignPath(path) && !ignored.has(path))
    .map(([path, value]) => new VFile({ path, value }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const lockfile = (await lockfileAt(git, commit)) ?? (await hashLockfile(folder));
  return { files, commits: await lastCommits(git, commit), lockfile };
}

const SYMBOLIC_LINK = '120000';

/** The bytes of every file below the folder, by path; a submodule has none. */
async function contentsAt(
  folder: string,
  git: Git,
  commit: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const listed = (await git(['ls-tree', '-r', '-z', commit])).split('\0').flatMap((line) => {
    const [, mode = '', object = '', path = ''] = /^(\d+) blob (\w+)\t(.+)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ mode, object, path }];
  });
  const blobs = await blobsOf(
    folder,
    listed.map(({ object }) => object),
  );
  const contents = new Map<string, Uint8Array>();
  const links = new Map<string, string>();
  for (const [index, { mode, path }] of listed.entries()) {
    const blob = blobs[index] ?? new Uint8Array();
    if (mode === SYMBOLIC_LINK)
      links.set(path, posix.join(posix.dirname(path), new TextDecoder().decode(blob)));
    else contents.set(path, blob);
  }
  for (const [link, target] of links)
    for (const [path, content] of [...contents])
      if (path === target || path.startsWith(`${target}/`))
        contents.set(link + path.slice(target.length), content);
  return contents;
}

/** Reads objects in one go: each comes with a line that says its size. */
async function blobsOf(folder: string, objects: readonly string[]): Promise<readonly Uint8Array[]> {
  const all = await gitBytes(folder, ['cat-file', '--batch'], objects.map((one) => `${one}\n`).join(''));
  let at = 0;
  return objects.map(() => {
    const end = all.indexOf('\n', at);
    const [object, , size] = all.toString('latin1', at, end).split(' ');
    if (size === undefined) throw new Error(`the object ${object} is not in the repository`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return new Uint8Array(all.subarray(start, at - 1));
  });
}

/** The SHA-256 of the nearest lockfile, upwards from the handbook to the top of the repository. */
async function lockfileAt(git: Git, commit: string): Promise<string | undefined> {
  const parts = (await git(['rev-parse', '--show-prefix'])).trim().split('/').filter(Boolean);
  const folders = [...parts.keys(), parts.length].map((depth) => parts.slice(0, depth)).reverse();
  for (const folder of folders)
    for (const name of LOCKFILES) {
      const path = [...folder, name].join('/');
      const text = await git(['cat-file', 'blob', `${commit}:${path}`]).catch(() => undefined);
      if (text !== undefined) return hash('sha256', text);
    }
  return undefined;
}
