import { deflateSync } from 'node:zlib';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { GlyphTexts } from '../display/display-list.ts';
import type { PaintedPage } from './paint-page.ts';

/** A painted page with its content stream deflated. */
export interface FinishedPage extends Omit<PaintedPage, 'content'> {
  readonly stream: Uint8Array;
}

/** A section's pages, and the glyphs of its page numbers, heads and folios. */
export interface PaintedSection {
  readonly pages: readonly FinishedPage[];
  readonly glyphs: GlyphTexts;
}

/** A section's finished pages: out of the cache when it was painted from the same `values` before. */
export async function paintedSection(
  cache: SealedCache,
  values: readonly unknown[],
  paint: () => { readonly pages: readonly PaintedPage[]; readonly glyphs: GlyphTexts },
): Promise<PaintedSection> {
  const key = cache.key('pages', process.versions.zlib, ...values);
  const ready = await cache.get(key);
  if (ready) return opened(ready);
  const { pages, glyphs } = paint();
  const painted: PaintedSection = {
    pages: pages.map(({ content, ...page }) => ({
      ...page,
      stream: deflateSync(Buffer.from(content, 'latin1')),
    })),
    glyphs,
  };
  await cache.put(key, () => packed(painted));
  return painted;
}

/** The length of the head as a 32-bit number, the head as JSON, then the streams. */
function packed({ pages, glyphs }: PaintedSection): Uint8Array {
  const heads = pages.map(({ stream, ...page }) => ({ ...page, length: stream.length }));
  const head = Buffer.from(JSON.stringify({ pages: heads, glyphs }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...pages.map((page) => page.stream)]);
}

function opened(bytes: Uint8Array): PaintedSection {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4 + source.readUInt32LE(0);
  const { pages, glyphs } = JSON.parse(source.toString('utf8', 4, at)) as {
    pages: (Omit<FinishedPage, 'stream'> & { length: number })[];
    glyphs: GlyphTexts;
  };
  return {
    glyphs,
    pages: pages.map(({ length, ...page }) => {
      const stream = source.subarray(at, at + length);
      at += length;
      return { ...page, stream };
    }),
  };
}
