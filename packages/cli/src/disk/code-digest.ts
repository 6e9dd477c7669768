import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder } from './files-under.ts';

const known = new Map<string, string>();

/**
 * A hash of a package's code: its package.json and every file in the folder of the module at `url` (its
 * `dist`, into which its libraries are bundled). Whoever works on Octavo never sees what older code made.
 */
export function codeDigest(url: string): string {
  const found = known.get(url);
  if (found !== undefined) return found;
  const folder = dirname(fileURLToPath(url));
  const sum = createHash('sha256').update(readFileSync(join(folder, '..', 'package.json')));
  for (const path of filesUnder(folder).filter(isCode))
    sum.update(path).update(readFileSync(join(folder, path)));
  const made = sum.digest('hex');
  known.set(url, made);
  return made;
}

function isCode(path: string): boolean {
  return /\.[jt]sx?$/.test(path) && !path.endsWith('.d.ts');
}
