import { dirname, join } from 'node:path';
import { bookPath, type Ledger, type Placed } from '@octavo/core';
import { VFileMessage } from 'vfile-message';
import { findFile } from '../disk/find-file.ts';
import type { Stage } from '../disk/stage.ts';
import { type WrittenFile, writeAll } from './tally.ts';

/**
 * Copies the sealed feed pages of earlier releases into the tree, so that the feed's index leads
 * nowhere else: from the folder that this build replaces, from the folder of their release beside it,
 * or from the `previous` folder. A page counts only with the SHA-256 that the ledger has. Those that
 * are nowhere are reported (`sealed-pages-present`): they have to stay on the server. No list counts
 * them among the files of this build, so that a fresh clone makes the same lists; the pages of the
 * edition's own release, made before, are its files.
 */
export async function carrySealedPages(
  stage: Stage,
  {
    out,
    ledger,
    previous,
    handbook,
  }: {
    readonly out: string;
    readonly ledger: Ledger;
    readonly previous?: string | undefined;
    readonly handbook: Placed & { readonly edition: { readonly version: string } };
  },
  written: Map<string, WrittenFile>,
): Promise<readonly VFileMessage[]> {
  const messages: VFileMessage[] = [];
  for (const { version, pages } of ledger) {
    const absent: string[] = [];
    for (const { path: name, sha256 } of pages) {
      const path = bookPath(handbook, name);
      const content = await findFile(path, sha256, [
        out,
        join(dirname(out), folderOf(name)),
        ...(previous === undefined ? [] : [previous]),
      ]);
      if (content === undefined) absent.push(name);
      else {
        const own = version === handbook.edition.version;
        const file = { path, mediaType: 'application/ld+json', content };
        await writeAll(stage, 'jsonld', [file], own ? written : new Map());
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
  const message = new VFileMessage(
    `the feed's index leads to ${paths.length} sealed ${many ? 'pages' : 'page'} of release ${version} that ${many ? 'are' : 'is'} not in this tree: ${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ', …' : ''}`,
    { place: { line: 1, column: 1 }, source: 'octavo', ruleId: 'sealed-pages-present' },
  );
  // No warning: publishing adds to what a server has, where the pages are.
  message.fatal = undefined;
  message.file = `releases/${folderOf(paths[0] ?? '')}.json`;
  message.note = `Publish over the earlier release without deleting its feed pages, or put that release into the folder ${folderOf(paths[0] ?? '')} beside this one.`;
  return message;
}
