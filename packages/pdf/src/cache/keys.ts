import { createHash } from 'node:crypto';
import { VERSION } from '../own-files.ts';

/** This is raised with every change of what layout or painting make of the same input. */
const LAYOUT = 13;

/** Returns a key for what is made of `values`, which are plain data. The same values have the same key. */
export function cacheKey(kind: string, ...values: readonly unknown[]): string {
  const hash = createHash('sha256').update(`${VERSION} ${LAYOUT} ${kind}`);
  for (const value of values)
    hash.update('\n').update(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  return `pdf-${kind}-${hash.digest('hex')}`;
}
