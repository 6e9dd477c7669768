import type { Cache, OutputFile } from '@octavo/core';

/** Returns the bytes that a cache has under a key, or those that `make` returns. */
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

/** Many small text files kept as one. */
export async function rememberedFiles(
  cache: Cache | undefined,
  key: () => string,
  make: () => readonly OutputFile[],
): Promise<readonly OutputFile[]> {
  if (!cache) return make();
  const bytes = await remembered(cache, key, () =>
    encoder.encode(
      JSON.stringify(make().map((file) => [file.path, file.mediaType, decodeContent(file), file.work])),
    ),
  );
  const rows = JSON.parse(decoder.decode(bytes)) as [string, string, string, string | null][];
  return rows.map(([path, mediaType, text, work]) => ({
    path,
    mediaType,
    content: encoder.encode(text),
    ...(typeof work === 'string' ? { work } : {}),
  }));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function decodeContent({ path, content }: OutputFile): string {
  if (!(content instanceof Uint8Array)) throw new Error(`${path} is not whole`);
  return decoder.decode(content);
}
