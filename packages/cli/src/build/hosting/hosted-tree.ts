import { createHash } from 'node:crypto';
import type { ReleaseContent } from '@octavo/core';
import type { Moved } from '@octavo/html';
import type { WrittenFile } from '../tally.ts';
import { type MediaRules, mediaRules } from './media-rules.ts';

/** What a web server has to know of a finished tree. */
export interface HostedTree {
  /** Path of the handbook's IRI, with a slash at both ends, decoded. */
  readonly root: string;
  /** Begins the names of variables: two handbooks can be on one server. */
  readonly name: string;
  readonly media: MediaRules;
  /** Data whose ending every host knows (`.json`), from the web root. */
  readonly plainData: readonly string[];
  /** Files that never change, from the web root. */
  readonly frozenFiles: readonly string[];
  /** Folders of sealed feed pages, from the web root, newest first. */
  readonly frozenFolders: readonly string[];
  /** Old names of entries. */
  readonly moved: readonly Moved[];
  /** Those of them that have a document of their own. */
  readonly kept: readonly string[];
  /** Whether there is a page for addresses that lead nowhere. */
  readonly notFound: boolean;
}

/** Gathers it from the files that were written and the releases there were. */
export function hostedTree(
  { id, iri }: { readonly id: string; readonly iri: string },
  written: ReadonlyMap<string, WrittenFile>,
  { ledger, moved }: { readonly ledger: readonly ReleaseContent[]; readonly moved: readonly Moved[] },
): HostedTree {
  const sealed = ledger.flatMap(({ pages }) => pages.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
  return {
    root: decodeURI(new URL(iri).pathname),
    name: `octavo_${nameOf(id)}`,
    media: mediaRules(written.values()),
    plainData: [
      ...new Set([
        ...[...written.values()]
          .filter(({ mediaType }) => mediaType === 'application/json')
          .map(({ path }) => path),
        // Written after this, or by a release alone.
        'manifest.json',
        'parity.json',
      ]),
    ].sort(),
    frozenFiles: [...written.keys()].filter((path) => /^context\/v\d+\.jsonld$/.test(path)).sort(),
    frozenFolders: [...new Set(sealed)].reverse(),
    moved,
    kept: moved.map(({ from }) => from).filter((from) => written.has(`entry/${from}.jsonld`)),
    notFound: written.has('404.html'),
  };
}

/** nginx keeps names of variables in a hash that has no room for long ones. */
function nameOf(id: string): string {
  if (id.length > 24) return createHash('sha256').update(id).digest('hex').slice(0, 12);
  return id.replaceAll('-', '_');
}
