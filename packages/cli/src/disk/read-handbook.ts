import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { report } from '@octavo/core';
import { VFile } from 'vfile';
import { EXIT, fail } from '../exit-code.ts';
import { whyUnreadable } from './faults.ts';
import { handbookAbove, handbooksBelow } from './find-handbook.ts';
import { isForeignFolder, isForeignName } from './foreign.ts';
import { type Ignored, ignoredIn } from './ignored.ts';
import { isOutside } from './paths.ts';
import { refuseUnfinished } from './redaction.ts';

/**
 * Reads every file of a handbook's folder: paths are relative to it with forward slashes, values are bytes,
 * and the list is sorted. Files that are not the handbook's (`foreign.ts`) and files that its publisher
 * ignores are skipped. A file that cannot be read, or a symbolic link out of the folder, is returned as a
 * file with an error. A folder without a handbook.yaml yields only that missing file, with its error. Files
 * that are `held` from an earlier reading, by path, are used as they are.
 */
export async function readHandbook(
  root: string,
  held: ReadonlyMap<string, VFile> = new Map(),
): Promise<readonly VFile[]> {
  const real = await handbookFolder(root);
  refuseUnfinished(real);
  const handbook = readOwn(real, held);
  if (handbook.messages.some(({ fatal }) => fatal === true)) return [handbook];
  const ignored = ignoredIn(real, handbook.value as Uint8Array);
  const files: VFile[] = [];
  const known = new Map([...held, ['handbook.yaml', handbook]]);
  walk(real, '', { files, held: known, root: real, ignored }, new Set([real]));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns the folder at a path with symbolic links resolved, or a failure when there is none. */
export async function handbookFolder(root: string): Promise<string> {
  const stats = await lstat(root).catch(() => undefined);
  if (!stats)
    fail(
      EXIT.usage,
      `there is no folder "${root}"`,
      'Give the path of a handbook: a folder with a handbook.yaml.',
    );
  const real = await realpath(root).catch(() => undefined);
  if (real === undefined)
    fail(EXIT.usage, `"${root}" is a symbolic link that leads nowhere`, 'Give the path of a handbook.');
  if (!(await lstat(real)).isDirectory()) {
    fail(
      EXIT.usage,
      `"${root}" is a file: building from a single document is not part of this version yet`,
      'Give the path of a handbook: a folder with a handbook.yaml.',
    );
  }
  return real;
}

/** Reads handbook.yaml; without it, nothing else is worth reading. */
function readOwn(root: string, held: ReadonlyMap<string, VFile>): VFile {
  const path = 'handbook.yaml';
  const kept = held.get(path);
  if (kept?.messages.every(({ fatal }) => fatal !== true)) return kept;
  try {
    const names = readdirSync(root);
    if (!names.includes(path)) return absent(root, names);
    const target = realPath(join(root, path));
    if (target !== undefined && lstatSync(target).isDirectory())
      return unreadable(
        path,
        'handbook-present',
        'handbook.yaml is a folder',
        'Give the file that is meant this name.',
      );
    return new VFile({ path, value: readFileSync(join(root, path)) });
  } catch (error) {
    const [reason, note] = whyUnreadable(error);
    return unreadable(path, 'file-readable', reason, note);
  }
}

interface Reading {
  readonly files: VFile[];
  readonly held: ReadonlyMap<string, VFile>;
  /** The handbook's folder, symbolic links resolved. */
  readonly root: string;
  readonly ignored: Ignored;
}

/** There are thousands of small files, and waiting for each would cost more than reading it. */
function walk(folder: string, prefix: string, reading: Reading, above: ReadonlySet<string>): void {
  const { files, ignored } = reading;
  // An error about a folder stands at its path; the handbook's own folder was read a moment ago.
  const items = attempt(prefix.slice(0, -1) || 'handbook.yaml', files, () =>
    readdirSync(folder, { withFileTypes: true }),
  );
  if (!items) return;
  const names = items.map(({ name }) => name);
  if (prefix !== '' && isForeignFolder(folder, names)) return;
  if (prefix !== '' && names.includes('.gitignore')) ignored.enter(prefix);
  for (const item of items) {
    const path = `${prefix}${item.name}`;
    if (isForeignName(item.name)) continue;
    attempt(path, files, () => take(item, folder, path, reading, above));
  }
}

function take(
  item: Dirent,
  folder: string,
  path: string,
  reading: Reading,
  above: ReadonlySet<string>,
): void {
  const { files, held, root, ignored } = reading;
  const isLink = item.isSymbolicLink();
  const target = isLink ? realPath(join(folder, item.name)) : join(folder, item.name);
  const stats = isLink && target !== undefined ? lstatSync(target) : item;
  if (ignored.has(stats.isDirectory() ? `${path}/` : path)) return;
  const refuse = (reason: string) =>
    files.push(unreadable(path, 'file-inside-handbook', reason, 'Copy the file into the handbook.'));
  if (target === undefined) refuse('the symbolic link leads nowhere');
  else if (isLink && isOutside(root, target)) refuse('the symbolic link leads out of the handbook');
  else if (stats.isDirectory()) {
    if (above.has(target)) refuse('the symbolic link leads back to a folder it is in');
    else if (/\.(?:md|ya?ml)$/i.test(item.name)) files.push(isNoFile(path, 'a folder'));
    else walk(target, `${path}/`, reading, new Set([...above, target]));
  } else if (!stats.isFile()) files.push(isNoFile(path, 'a pipe, a socket or a device'));
  else {
    const kept = held.get(path);
    // A file that could not be read last time may be readable now.
    const isSound = kept && !kept.messages.some(({ ruleId }) => ruleId === 'file-readable');
    files.push(isSound ? kept : new VFile({ path, value: readFileSync(target) }));
  }
}

function isNoFile(path: string, kind: string): VFile {
  return unreadable(
    path,
    'file-readable',
    `it is ${kind}, not a file`,
    'Rename it, or move it out of the handbook.',
  );
}

/** Reads something; an error of the file system becomes an error at its path. */
function attempt<Value>(path: string, files: VFile[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    const [reason, note] = whyUnreadable(error);
    files.push(unreadable(path, 'file-readable', reason, note));
    return undefined;
  }
}

/** Returns undefined for a link that leads nowhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function absent(root: string, names: readonly string[]): VFile {
  const reason =
    names.length === 0
      ? 'the folder is empty: there is no handbook.yaml'
      : 'there is no handbook.yaml in this folder';
  const alike = names.find((name) => /^handbook\.ya?ml$/i.test(name));
  const file = unreadable('handbook.yaml', 'handbook-present', reason, whereTo(root, alike));
  for (const message of file.messages)
    message.expected = ['a handbook.yaml with schemaVersion, id, title, language, iri, edition and chapters'];
  return file;
}

/** Says what to do in a folder that is no handbook. */
function whereTo(root: string, alike: string | undefined): string {
  if (alike !== undefined) return `Rename "${alike}" to "handbook.yaml".`;
  const below = handbooksBelow(root);
  const near = below.length > 0 ? below : [handbookAbove(root)].filter((path) => path !== undefined);
  if (near.length === 0) return 'Give the path of a handbook, or begin one with "octavo init <folder>".';
  const paths = near.slice(0, 3).map((path) => `"${path.split(sep).join('/')}"`);
  return `Give the path of a handbook: from this folder ${paths.join(', ')}${near.length > 3 ? `, … (${near.length})` : ''}.`;
}

/** Makes a file that stands for one that could not be read: it is empty and carries the error. */
function unreadable(
  path: string,
  rule: 'file-readable' | 'file-inside-handbook' | 'handbook-present',
  reason: string,
  note: string,
): VFile {
  const file = new VFile({ path, value: '' });
  report(file, rule, { reason, note });
  return file;
}
