import { createPrivateKey, createPublicKey, type KeyObject, scryptSync } from 'node:crypto';
import { EXIT, fail } from '../../exit-code.ts';

/** A minisign secret key, opened. */
export interface SecretKey {
  /** Eight bytes that identify the key pair. */
  readonly id: Buffer;
  readonly key: KeyObject;
}

/** Offsets in the key's bytes (minisign's format, `seckey_struct`). */
const AT = { kdf: 2, salt: 6, operations: 38, memory: 46, box: 54, end: 158 } as const;

/** The prefix that makes an Ed25519 seed PKCS #8 (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Opens a secret key file of minisign; with a password, it is decrypted by a key that scrypt derives. */
export function openSecretKey(text: string, password: string | undefined): SecretKey {
  const bytes = Buffer.from(text.split('\n')[1]?.trim() ?? '', 'base64');
  if (bytes.length !== AT.end || bytes.toString('latin1', 0, 2) !== 'Ed')
    fail(
      EXIT.usage,
      'this is no secret key of minisign',
      'Make one: minisign -G -s <file>, with -W for one without a password.',
    );
  const box = Buffer.from(bytes.subarray(AT.box));
  if (bytes.toString('latin1', AT.kdf, AT.kdf + 2) === 'Sc') {
    if (password === undefined || password === '')
      fail(
        EXIT.usage,
        'the secret key is locked with a password',
        'Give it in the variable OCTAVO_SIGN_PASSWORD.',
      );
    const stream = derive(password, bytes);
    for (const [at, byte] of stream.entries()) box[at] = (box[at] ?? 0) ^ byte;
  }
  const id = box.subarray(0, 8);
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, box.subarray(8, 40)]),
    format: 'der',
    type: 'pkcs8',
  });
  // The key contains its public half, so that a wrong password is noticed.
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  if (!own.equals(box.subarray(40, 72)))
    fail(
      EXIT.usage,
      'the secret key cannot be opened: wrong password, or a damaged file',
      'Check OCTAVO_SIGN_PASSWORD.',
    );
  return { id, key };
}

/**
 * libsodium's crypto_pwhash_scryptsalsa208sha256: N and p follow from its limits of operations and memory.
 */
function derive(password: string, bytes: Buffer): Buffer {
  const operations = Math.max(Number(bytes.readBigUInt64LE(AT.operations)), 32_768);
  const memory = Number(bytes.readBigUInt64LE(AT.memory));
  const r = 8;
  const bound = operations < memory / 32 ? operations / (r * 4) : memory / (r * 128);
  let log = 1;
  while (log < 63 && 2 ** log <= bound / 2) log++;
  const N = 2 ** log;
  const p =
    operations < memory / 32 ? 1 : Math.max(1, Math.floor(Math.min(operations / 4 / N, 0x3fffffff) / r));
  const salt = bytes.subarray(AT.salt, AT.operations);
  return scryptSync(password, salt, AT.end - AT.box, {
    N,
    r,
    p,
    maxmem: 128 * N * r + 128 * r * p + (1 << 20),
  });
}
