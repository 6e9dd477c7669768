import { bookPath, type Format, makeMessage } from '@octavo/core';
import { toldIn } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { Ports } from '../ports.ts';
import { writeAll } from '../tally.ts';
import type { CompileRun } from './compile-run.ts';

/**
 * Copies the sealed feed pages of earlier releases into the tree, so that every link in the feed's index
 * leads to a file. The port finds each page by the SHA-256 that the ledger records. A page that the port
 * cannot find is reported (`sealed-pages-present`): it has to stay on the server. The copied pages are not
 * counted among this build's files, so that a fresh clone produces the same lists; the pages of a release
 * that is made again are its own files and are counted.
 */
export async function carrySealedPages(
  { request: { handbook, ledger }, written }: CompileRun,
  format: Format,
  { stage, sealed }: Ports,
): Promise<readonly VFileMessage[]> {
  const messages: VFileMessage[] = [];
  for (const { version, pages } of toldIn(handbook.edition, ledger)) {
    const absent: string[] = [];
    for (const { path: name, sha256 } of pages) {
      const path = bookPath(handbook, name);
      const content = await sealed?.({ path, sha256, release: folderOf(name) });
      if (content === undefined) absent.push(name);
      else {
        const own = version === handbook.edition.version;
        const file = { path, mediaType: 'application/ld+json', content };
        await writeAll(stage, format, [file], own ? written : new Map());
      }
    }
    if (absent.length > 0) messages.push(missing(version, absent));
  }
  return messages;
}

/** The folder of the release that sealed a page: `2026.1` of `feed/2026.1/0001.jsonld`. */
function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function missing(version: string, paths: readonly string[]): VFileMessage {
  const many = paths.length > 1;
  const folder = folderOf(paths[0] ?? '');
  return makeMessage('sealed-pages-present', {
    at: { path: `releases/${folder}.json`, line: 1 },
    reason: `the feed's index leads to ${paths.length} sealed ${many ? 'pages' : 'page'} of release ${version} that ${many ? 'are' : 'is'} not in this tree: ${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ', …' : ''}`,
    note: `Publish over the earlier release without deleting its feed pages, or put that release into the folder ${folder} beside this one.`,
    // This is not a warning: publishing adds files to a server that already has these pages.
    severity: 'info',
  });
}
