import type { Cache } from '@octavo/core';

/** The bytes that a cache has under a key, or those that `make` makes of what the key stands for. */
export async function remembered(
  cache: Cache | undefined,
  key: () => string,
  make: () => Uint8Array,
): Promise<Uint8Array> {
  if (!cache) return make();
  const name = key();
  const kept = await cache.get(name);
  if (kept) return kept;
  const bytes = make();
  await cache.put(name, bytes);
  return bytes;
}
