import { createHash, sign } from 'node:crypto';
import type { SecretKey } from './secret-key.ts';

/**
 * Makes a signature as minisign writes it (`minisign -Sm`, prehashed: Ed25519 over BLAKE2b-512). Its trusted
 * comment has the edition's time, so that signing the same release twice gives the same signature.
 */
export function minisign(content: Uint8Array, file: string, { id, key }: SecretKey, date: string): string {
  const digest = createHash('blake2b512').update(content).digest();
  const signature = sign(null, digest, key);
  const trusted = `timestamp:${Math.floor(Date.parse(date) / 1000)}\tfile:${file}\thashed`;
  const whole = sign(null, Buffer.concat([signature, Buffer.from(trusted)]), key);
  const name = Buffer.from(id).reverse().toString('hex').toUpperCase();
  return [
    `untrusted comment: signature by octavo with the key ${name}`,
    Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64'),
    `trusted comment: ${trusted}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}
