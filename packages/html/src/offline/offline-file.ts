import { createHash } from 'node:crypto';
import { type OutputFile, previewMark } from '@octavo/core';
import { bookLevel, workLevel } from '../level.ts';
import type { Site } from '../site.ts';
import { staticFile } from '../static-file.ts';
import { encodePath } from '../tree/relative-address.ts';

/** Where the worker lies: at the web root, since it serves nothing above its folder. */
export const WORKER_PATH = 'offline.js';

/** How many bytes a visit may keep of a book that was not read. */
const MOST = 6_000_000;

/** Whether the site has a worker: a release has one unless `html.offline` is false; what is served while one writes has none. */
export function isKept({ handbook, options }: Site): boolean {
  return handbook.settings.html.offline !== false && !options.memory && previewMark(handbook) === undefined;
}

/**
 * The service worker that makes a visited site readable without a network, with the files of this book to fetch
 * on the first visit: all pages, scripts, sheets and images, or, of a large book, those that the limit leaves room
 * for, chapters before entries. Its version is the hash of these files. With `html.offline: false` the worker
 * has no book, and removes itself where it was installed before.
 */
export function offlineFiles(site: Site, files: readonly OutputFile[]): OutputFile[] {
  if (site.options.memory || previewMark(site.handbook) !== undefined) return [];
  const [open, close] = (site.paths.work ? workLevel(site) : bookLevel(site)).marks('offline', ',');
  const part = isKept(site) ? JSON.stringify(bookFiles(site, files)) : '';
  const text = new TextDecoder().decode(staticFile('offline.js'));
  const content = text.replace('/* books */', () => open + part + close);
  return [{ path: WORKER_PATH, mediaType: 'text/javascript', content: new TextEncoder().encode(content) }];
}

/** Pages about editions are for readers who come from another one, over the network. */
const OF_EDITIONS = /(?:^|\/)(?:release|since)\/[^/]+\/index\.html$/;

function bookFiles({ handbook, paths }: Site, files: readonly OutputFile[]): object {
  const kinds: readonly ((path: string) => boolean)[] = [
    (path) => path.startsWith(paths.own('static/')),
    (path) => path.endsWith('.html') && !path.startsWith('entry/') && !OF_EDITIONS.test(path),
    (path) => path.startsWith('entry/') && path.endsWith('.html'),
    (path) => path.startsWith(paths.own('images/')),
  ];
  const hash = createHash('sha256');
  // At the root of a work lie what its search reads first, and its contents: the files of all volumes.
  const kept: string[] = paths.work ? ['search-parts.js', paths.work] : [];
  let room = MOST;
  for (const isOf of kinds)
    for (const { path, content } of files) {
      if (!isOf(path) || path === '404.html' || !(content instanceof Uint8Array)) continue;
      if (content.length > room) continue;
      room -= content.length;
      hash.update(path).update(content);
      kept.push(encodePath(path));
    }
  return { id: handbook.id, version: hash.digest('hex').slice(0, 16), files: kept };
}
