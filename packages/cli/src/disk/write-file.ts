import { closeSync, existsSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { normalBytes } from '@octavo/core/read';
import { EXIT, fail } from '../exit-code.ts';
import { codeOf } from './faults.ts';

/**
 * Writes a file so that it is complete or unchanged: it is written beside its place, flushed and renamed.
 * Makes its folder.
 */
export async function writeAtomic(path: string, content: Uint8Array | string): Promise<void> {
  await makeFolder(dirname(path));
  const beside = `${path}.next`;
  try {
    // A descriptor is used because the file handles of Yarn's Plug'n'Play cannot flush.
    const file = openSync(beside, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Makes a folder and those above it; returns the topmost one that was made, or undefined when all existed.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true });
  } catch (error) {
    // On a read-only disk, Node says that the folder does not exist; a plain attempt gives the real reason.
    if (codeOf(error) === 'ENOENT') await mkdir(firstMissing(path));
    throw error;
  }
}

function firstMissing(path: string): string {
  let missing = resolve(path);
  while (dirname(missing) !== missing && !existsSync(dirname(missing))) missing = dirname(missing);
  return missing;
}

/** Writes a file that does not exist yet; refuses to touch one that does. */
export async function writeNewFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    fail(EXIT.usage, `"${path}" exists already`, 'Nothing was written.');
  }
}

/**
 * Appends a line to a file that holds `before` (an empty file need not exist) in one step, so that a kill
 * leaves the file without the line or with all of it. Refuses when the file holds something else; a
 * difference in line ends that git makes on this machine does not count.
 */
export async function appendLine(path: string, line: string, before: Uint8Array): Promise<void> {
  const now = normalBytes(await readFile(path).catch(() => Buffer.alloc(0)));
  if (Buffer.compare(now, before) !== 0)
    fail(EXIT.disk, `"${path}" was changed meanwhile`, 'Run the command again.');
  const end = before.length === 0 || before.at(-1) === 0x0a ? '' : '\n';
  await writeAtomic(path, Buffer.concat([before, Buffer.from(`${end}${line}\n`)]));
}
