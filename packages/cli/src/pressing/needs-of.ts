import { createHash } from 'node:crypto';
import type { Cache, FontRequest, Handbook } from '@octavo/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import { isInstalled, readFonts } from '../disk/installed.ts';
import { type BookFormat, loadFormats } from '../formats.ts';
import { fontPlaces } from './font-places.ts';

/** A book, and where its files are. */
export interface BookFiles {
  readonly handbook: Handbook;
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The handbook's folder, because fonts may be installed beside it too. */
  readonly root: string;
}

/**
 * What is remembered about a book that lacked nothing: which of the fonts that it asked for were installed.
 */
type Sound = readonly (FontRequest & { readonly installed: boolean })[];

/**
 * Reports everything for which a build into these formats would refuse the book, and warnings that are cheap
 * to find. With a cache, a book that lacked nothing and has not changed since is not examined again.
 */
export async function needsOf(
  book: BookFiles,
  formats: readonly BookFormat[],
  kept?: { readonly cache: HandbookCache; readonly sources: readonly VFile[] },
): Promise<readonly VFileMessage[]> {
  const key = kept && `needs/${digestOf(book.handbook, kept.sources)}`;
  const messages: VFileMessage[] = [];
  for (const format of formats) {
    const from = fontPlaces(format, book.root);
    const cache = format.foreign ? undefined : kept?.cache.format(format.name, format.home());
    if (cache && key !== undefined && (await isStillSound(cache, key, from))) continue;
    const [loaded] = await loadFormats([format]);
    if (!loaded?.check) continue;
    const asked = loaded.fontsNeeded?.(book.handbook, book.assets) ?? [];
    const fonts = await readFonts(asked, from);
    const found = await loaded.check(book.handbook, { assets: book.assets, fonts });
    for (const message of found) messages.push(message);
    if (!cache || key === undefined || found.length > 0) continue;
    const sound: Sound = asked.map((font) => ({ ...font, installed: isInstalled(font, from) }));
    await cache.put(key, new TextEncoder().encode(JSON.stringify(sound)));
  }
  return messages;
}

async function isStillSound(cache: Cache, key: string, from: readonly string[]): Promise<boolean> {
  const bytes = await cache.get(key);
  if (!bytes) return false;
  const sound = JSON.parse(new TextDecoder().decode(bytes)) as Sound;
  return sound.every((font) => isInstalled(font, from) === font.installed);
}

/** A digest of everything that a handbook is read from, and of how many entries it shows. */
function digestOf({ chapters }: Handbook, sources: readonly VFile[]): string {
  const sum = createHash('sha256').update(chapters.map(({ entries }) => entries.length).join());
  for (const { path, value } of sources) sum.update(`\n${path}\n${value.length}\n`).update(value);
  return sum.digest('hex');
}
