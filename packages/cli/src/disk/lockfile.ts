import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hashFile } from './published-tree.ts';

const NAMES: readonly string[] = [
  'pnpm-lock.yaml',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'bun.lock',
];

/** SHA-256 of the lockfile that says which packages a handbook is built with: the nearest one, upwards. */
export async function hashLockfile(from: string): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const name = NAMES.find((file) => existsSync(join(folder, file)));
    if (name !== undefined) return hashFile(join(folder, name));
    if (folder === dirname(folder)) return undefined;
  }
}
