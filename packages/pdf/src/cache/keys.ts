import { createHash } from 'node:crypto';
import { VERSION } from '../own-files.ts';

/** To be raised with every change of what layout or painting make of the same input. */
const LAYOUT = 10;

/** A key for what is made of `values`, plain data: the same values, the same key. */
export function cacheKey(kind: string, ...values: readonly unknown[]): string {
  const hash = createHash('sha256').update(`${VERSION} ${LAYOUT} ${kind}`);
  for (const value of values)
    hash.update('\n').update(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  return `pdf-${kind}-${hash.digest('hex')}`;
}
