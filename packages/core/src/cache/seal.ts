import { hash } from 'node:crypto';

/** The length of a SHA-256. */
const SEAL = 32;

/** Returns bytes with their own SHA-256 before them, so that damage to them is noticed. */
export function seal(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([hash('sha256', bytes, 'buffer'), bytes]);
}

/** Returns what was sealed, without copying it; undefined when it is damaged or was never sealed. */
export function unseal(sealed: Uint8Array | undefined): Uint8Array | undefined {
  if (!sealed || sealed.length < SEAL) return undefined;
  const bytes = sealed.subarray(SEAL);
  return hash('sha256', bytes, 'buffer').equals(sealed.subarray(0, SEAL)) ? bytes : undefined;
}
