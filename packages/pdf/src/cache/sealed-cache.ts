import { createHash } from 'node:crypto';
import { type Cache, seal, unseal } from '@octavo/core';
import { cacheKey } from './keys.ts';

/** This is a cache that never returns a damaged value: what is kept carries a seal. */
export interface SealedCache {
  /** Returns a key for what is made of `values`. Without a cache it is empty, which saves hashing the whole book. */
  readonly key: (kind: string, ...values: readonly unknown[]) => string;
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, bytes: () => Uint8Array) => Promise<void>;
}

/** Wraps a cache so that it seals what goes in and checks what comes out. Without a cache nothing is kept. */
export function sealedCache(cache: Cache | undefined): SealedCache {
  if (!cache) return { key: () => '', get: async () => undefined, put: async () => {} };
  return {
    key: cacheKey,
    async get(key) {
      return unseal(await cache.get(key));
    },
    async put(key, make) {
      await cache.put(key, seal(make()));
    },
  };
}

/** Returns the SHA-256 of bytes. */
export function digestOf(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest();
}
