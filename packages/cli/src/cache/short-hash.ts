import { hash } from 'node:crypto';

/** Returns enough of a SHA-256 to tell one input from another. */
export function shortHash(value: string | Uint8Array): string {
  return hash('sha256', value).slice(0, 16);
}
