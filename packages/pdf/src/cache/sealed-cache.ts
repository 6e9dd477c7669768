import { createHash } from 'node:crypto';
import type { Cache } from '@octavo/core';
import { cacheKey } from './keys.ts';

/** A cache that never believes a damaged value: what is kept carries its own SHA-256. */
export interface SealedCache {
  /** A key for what is made of `values`; empty when nothing is kept, which spares hashing the whole book. */
  readonly key: (kind: string, ...values: readonly unknown[]) => string;
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, bytes: () => Uint8Array) => Promise<void>;
}

const SEAL = 32;

/** Seals what goes into a cache and checks what comes out; without a cache nothing is kept. */
export function sealedCache(cache: Cache | undefined): SealedCache {
  if (!cache) return { key: () => '', get: async () => undefined, put: async () => {} };
  return {
    key: cacheKey,
    async get(key) {
      const sealed = await cache.get(key);
      if (!sealed || sealed.length < SEAL) return undefined;
      const bytes = sealed.subarray(SEAL);
      return digestOf(bytes).equals(sealed.subarray(0, SEAL)) ? bytes : undefined;
    },
    async put(key, make) {
      const bytes = make();
      await cache.put(key, Buffer.concat([digestOf(bytes), bytes]));
    },
  };
}

/** The SHA-256 of bytes. */
export function digestOf(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest();
}
