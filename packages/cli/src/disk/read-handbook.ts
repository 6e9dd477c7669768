import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { EXIT, type Failure, failure, isFailure } from '../exit-code.ts';

/** Folders that are never content. */
export const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.octavo', '.turbo', 'dist']);

/**
 * Reads every file of a handbook's folder: paths relative to it with forward slashes, bytes as values,
 * sorted. A symlink that leads out of the folder is not followed: its file carries an error instead.
 * A folder that is no handbook yields a handbook.yaml that is not there, with that as its message.
 * Files that are `held` from an earlier reading, by path, are taken as they are.
 */
export async function readHandbook(
  root: string,
  held: ReadonlyMap<string, VFile> = new Map(),
): Promise<readonly VFile[] | Failure> {
  const real = await handbookFolder(root);
  if (isFailure(real)) return real;
  const files: VFile[] = [];
  walk(real, '', { files, held, root: real }, new Set([real]));
  if (!files.some((file) => file.path === 'handbook.yaml')) files.push(absent(files.length === 0));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folder at a path, symbolic links resolved; a failure when there is none. */
export async function handbookFolder(root: string): Promise<string | Failure> {
  const stats = await lstat(root).catch(() => undefined);
  if (!stats)
    return failure(
      EXIT.usage,
      `there is no folder "${root}"`,
      'Give the path of a handbook: a folder with a handbook.yaml.',
    );
  const real = await realpath(root);
  if (!(await lstat(real)).isDirectory()) {
    return failure(
      EXIT.usage,
      `"${root}" is a file: building from a single document is not part of this version yet`,
      'Give the path of a handbook: a folder with a handbook.yaml.',
    );
  }
  return real;
}

interface Reading {
  readonly files: VFile[];
  readonly held: ReadonlyMap<string, VFile>;
  /** The handbook's folder, symbolic links resolved. */
  readonly root: string;
}

/** Thousands of small files: waiting for each on its own costs more than reading it. */
function walk(folder: string, prefix: string, reading: Reading, above: ReadonlySet<string>): void {
  const { files, held, root } = reading;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = prefix === '' ? item.name : `${prefix}/${item.name}`;
    if (SKIPPED.has(item.name)) continue;
    const target = item.isSymbolicLink() ? realPath(join(folder, item.name)) : join(folder, item.name);
    if (item.isSymbolicLink() && (target === undefined || isOutside(root, target))) {
      files.push(
        refused(
          path,
          target === undefined
            ? 'the symbolic link leads nowhere'
            : 'the symbolic link leads out of the handbook',
        ),
      );
      continue;
    }
    const stats = item.isSymbolicLink() && target ? lstatSync(target) : item;
    if (stats.isDirectory() && target) {
      if (above.has(target)) files.push(refused(path, 'the symbolic link leads back to a folder it is in'));
      else walk(target, path, reading, new Set([...above, target]));
    } else if (stats.isFile() && target) {
      files.push(held.get(path) ?? new VFile({ path, value: readFileSync(target) }));
    }
  }
}

/** Undefined for a link that leads nowhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isOutside(root: string, target: string): boolean {
  const path = relative(root, target);
  return path === '..' || path.startsWith(`..${sep}`);
}

function refused(path: string, reason: string): VFile {
  const file = new VFile({ path, value: '' });
  const message = file.message(reason, {
    place: { line: 1, column: 1 },
    source: 'octavo',
    ruleId: 'file-inside-handbook',
  });
  message.fatal = true;
  message.note = 'Copy the file into the handbook.';
  return file;
}

function absent(empty: boolean): VFile {
  const file = new VFile({ path: 'handbook.yaml', value: '' });
  const message = file.message(
    empty ? 'the folder is empty: there is no handbook.yaml' : 'there is no handbook.yaml in this folder',
    {
      place: { line: 1, column: 1 },
      source: 'octavo',
      ruleId: 'handbook-present',
    },
  );
  message.fatal = true;
  message.expected = ['a handbook.yaml with schemaVersion, id, title, language, iri, edition and chapters'];
  message.note = 'Give the path of a handbook, or begin one with "octavo init <folder>".';
  return file;
}
