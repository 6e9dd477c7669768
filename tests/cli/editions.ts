import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

/** A copy of The Larder in its first edition, and where its releases go. */
export async function larder(edition = 1): Promise<{ readonly book: string; readonly out: string }> {
  const place = await temporaryFolder();
  const book = join(place, 'larder');
  await cp(fixture(`editions/${edition}`), book, { recursive: true });
  return { book, out: join(place, 'out') };
}

/** Makes the book its next edition; the ledger and the repository stay. */
export async function revise(book: string, edition: number): Promise<void> {
  for (const name of await readdir(book)) {
    if (!['releases', 'approvals', '.git'].includes(name)) await rm(join(book, name), { recursive: true });
  }
  await cp(fixture(`editions/${edition}`), book, { recursive: true });
}

/** Runs `octavo release`. */
export function release(
  book: string,
  out: string,
  version: string,
  ...options: readonly string[]
): ReturnType<typeof runOctavo> {
  return runOctavo(['release', version, book, '--out', out, '--no-color', ...options], process.cwd());
}

/** Runs it and expects it to succeed. */
export async function released(
  book: string,
  out: string,
  version: string,
  ...options: readonly string[]
): ReturnType<typeof runOctavo> {
  const result = await release(book, out, version, ...options);
  expect({ code: result.code, stderr: result.code === 0 ? '' : result.stderr }).toEqual({
    code: 0,
    stderr: '',
  });
  return result;
}

/** A JSON file. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export async function readJson(...path: readonly string[]): Promise<any> {
  return JSON.parse(await readFile(join(...path), 'utf8'));
}
