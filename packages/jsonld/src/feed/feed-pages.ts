import { type Handbook, indexHandbook, instant, type LedgerPage, type OutputFile } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { entryPath } from '@octavo/core/say';
import { jsonLdFile, listBytes } from '../documents/json-file.ts';
import type { GraphNode } from '../graph/node.ts';
import { scopeOf } from '../resources/scope.ts';
import { sha256 } from '../sha256.ts';
import type { State } from '../state.ts';
import { feedMember } from './feed-member.ts';

/** The page size that ldes-client reads fastest. It can change later, because sealed pages never do. */
const PAGE_SIZE = 250;

export interface FeedPages {
  readonly files: readonly OutputFile[];
  readonly pages: readonly LedgerPage[];
}

/** The pages that the edition's release seals: its changes, in the order of the book. */
export function feedPages(handbook: Handbook, state: State): FeedPages {
  const { iris, local } = scopeOf(handbook);
  const published = instant(handbook.edition.date);
  const resources = new Map(state.resources.map((resource) => [resource.path, resource] as const));
  const entries = new Map(indexHandbook(handbook).entries.map((one) => [entryPath(one.number), one]));
  const members = state.revisions.changes.map((change) =>
    feedMember(change, {
      resource: resources.get(change.path),
      entry: entries.get(change.path),
      published,
      iris,
      local,
    }),
  );
  const files: OutputFile[] = [];
  const pages: LedgerPage[] = [];
  for (let start = 0; start < members.length; start += PAGE_SIZE) {
    const slice: readonly GraphNode[] = members.slice(start, start + PAGE_SIZE);
    const name = String(files.length + 1).padStart(4, '0');
    const path = `feed/${versionSegment(handbook.edition.version)}/${name}.jsonld`;
    const head = { '@context': iris.context, '@type': 'EventStream', '@id': iris.feed, view: iris.feedIndex };
    const content = listBytes(head, 'member', slice);
    files.push(jsonLdFile(iris.folder + path, content));
    pages.push({ path, sha256: sha256(content), bytes: content.length, members: slice.length });
  }
  return { files, pages };
}
