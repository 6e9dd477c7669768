import { hash } from 'node:crypto';

const known = new WeakMap<object, string>();

/**
 * Returns the SHA-256 of plain data as JSON, in hexadecimal, which represents the data in a cache's key. It
 * is computed once for each object, so the object must not change afterwards.
 */
export function digest(value: object): string {
  const found = known.get(value);
  if (found !== undefined) return found;
  const made = hash('sha256', JSON.stringify(value));
  known.set(value, made);
  return made;
}

/** Tells the digest of an object that was read from a cache. */
export function rememberDigest(value: object, made: string): void {
  known.set(value, made);
}

/** Makes the key of a result in a cache: its kind, and a hash of everything that it depends on. */
export function cacheKey(kind: string, ...parts: readonly unknown[]): string {
  return `${kind}/${hash('sha256', JSON.stringify(parts))}`;
}
