import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bookPath, type Handbook, type Manifest } from '@octavo/core';
import type { Retracted } from '@octavo/core/ledger';
import { filesUnder } from '../../disk/read-file.ts';
import { withStage } from '../../disk/stage.ts';
import { writeAtomic } from '../../disk/write-file.ts';

/** What stays of a retracted release: what later releases and copies of the data need. */
const KEPT = /(?:^|\/)(?:SHA256SUMS|feed\/(?:index|[^/]+\/\d+)\.jsonld|context\/[^/]+)$/;

/**
 * Replaces a release's folder by one in which a notice stands in place of every page, by one rename. Its
 * manifest says so (`retracted`); its checksums and the feed pages that later releases lead to stay, and
 * everything else is gone. Returns whether there was anything to replace.
 */
export async function putNotice(
  folder: string,
  handbook: Handbook,
  { date, reason, files }: Retracted,
  page: string,
): Promise<boolean> {
  const path = bookPath(handbook, 'manifest.json');
  if (!existsSync(join(folder, path))) return false;
  const manifest = JSON.parse(await readFile(join(folder, path), 'utf8')) as Manifest;
  if (manifest.retracted?.files === 'notice') return false;
  const encode = (text: string) => new TextEncoder().encode(text);
  await withStage(folder, async (stage) => {
    for (const name of filesUnder(folder))
      if (name.endsWith('.html')) await stage.write(name, encode(page));
      else if (KEPT.test(name)) await stage.write(name, new Uint8Array(await readFile(join(folder, name))));
    const retracted = { date: date.slice(0, 10), reason, files };
    await stage.write(path, encode(`${JSON.stringify({ ...manifest, retracted }, null, 2)}\n`));
    await stage.publish();
  });
  return true;
}

/**
 * Says in the editions.js of every release that knows the retracted one that it was withdrawn, so that the site says
 * so as soon as one of them is published. editions.js is in no list of a release.
 *
 * @param path of editions.js in the folder of a release
 */
export async function listRetracted(
  out: string,
  path: string,
  { version, ...retracted }: Retracted & { readonly version: string },
): Promise<void> {
  for (const item of await readdir(out, { withFileTypes: true })) {
    const file = join(out, item.name, path);
    if (!item.isDirectory() || !existsSync(file)) continue;
    const text = await readFile(file, 'utf8');
    const book = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
    const about = book.editions.find((edition: { readonly version: string }) => edition.version === version);
    if (!about) continue;
    about.retracted = { date: retracted.date, reason: retracted.reason, files: retracted.files };
    await writeAtomic(file, `octavoEditions(${JSON.stringify(book)});\n`);
  }
}
