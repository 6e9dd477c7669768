import { packed, unpacked } from '../cache/packed.ts';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { GlyphTexts } from '../display/display-list.ts';
import { deflated } from './deflate.ts';
import type { PaintedPage } from './paint-page.ts';

/** This is a painted page whose content stream is compressed. */
export interface FinishedPage extends Omit<PaintedPage, 'content'> {
  readonly stream: Uint8Array;
}

/** These are the pages of a section, and the glyphs of their page numbers and heads. */
export interface PaintedSection {
  readonly pages: readonly FinishedPage[];
  readonly glyphs: GlyphTexts;
}

/** Paints a section's pages, or takes them from the cache if they were painted from the same `values` before. */
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
      stream: deflated(Buffer.from(content, 'latin1')),
    })),
    glyphs,
  };
  await cache.put(key, () => kept(painted));
  return painted;
}

interface Head extends Pick<PaintedSection, 'glyphs'> {
  readonly pages: readonly Omit<FinishedPage, 'stream'>[];
}

function kept({ pages, glyphs }: PaintedSection): Uint8Array {
  const head: Head = { pages: pages.map(({ stream: _, ...page }) => page), glyphs };
  return packed(
    head,
    pages.map((page) => page.stream),
  );
}

function opened(bytes: Uint8Array): PaintedSection {
  const { head, parts } = unpacked<Head>(bytes);
  return {
    glyphs: head.glyphs,
    pages: head.pages.map((page, at) => ({ ...page, stream: parts[at] as Uint8Array })),
  };
}
