import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Ledger, ReleaseContent } from '@octavo/core';
import { makeMessage } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { VERSION } from '../version.ts';
import { recordPaths } from './check-release.ts';
import { type PublishedTree, parseSums } from './evidence.ts';

/** How a build relates to what was published under the same version. */
export type Standing =
  /** Nothing was published. */
  | { readonly kind: 'new' }
  /** The published folder is complete and has the same bytes. */
  | { readonly kind: 'identical' }
  /** The published folder is gone or has damaged files; the build has the bytes that the ledger records. */
  | { readonly kind: 'restored'; readonly damaged: readonly string[] }
  | { readonly kind: 'other'; readonly refusals: readonly VFileMessage[] };

interface Comparison {
  readonly version: string;
  /** SHA256SUMS of what was built. */
  readonly sums: string;
  readonly record: ReleaseContent;
  readonly ledger: Ledger;
  /** The tree at the place where the build is to be published. */
  readonly published: PublishedTree | undefined;
}

/**
 * Compares a build with the release of the same version, by the ledger's record and by the published folder.
 */
export function comparePublished({ version, sums, record, ledger, published }: Comparison): Standing {
  const [, path] = recordPaths(version);
  const known = ledger.find((release) => release.version === version);
  const other = (reason: string, note: string): Standing => ({
    kind: 'other',
    refusals: [makeMessage('release-unchanged', { at: { path }, reason, note })],
  });
  const advice = 'What is released never changes: give the edition a later version and date.';
  if (known) {
    const { seal, previous: _previous, after: _after, hash: _hash, ...content } = known;
    if (!isDeepStrictEqual(content, JSON.parse(JSON.stringify(record))))
      return other(
        `${version} is released already, with other content${entriesThatDiffer(content, record)}`,
        advice,
      );
    if (seal.sums !== hash('sha256', sums)) {
      return published && hash('sha256', published.sums) === seal.sums
        ? other(
            `${version} is released already; the same content comes to other bytes now: ${difference(published.sums, sums)}`,
            seal.generator === VERSION
              ? 'Fonts or packages have changed since. The release stays as it is.'
              : `It was made by Octavo ${seal.generator}, and this is ${VERSION}. The release stays as it is.`,
          )
        : other(
            `${version} is released already; the same content comes to other bytes now than the ledger has sealed`,
            `It was made by Octavo ${seal.generator}, and this is ${VERSION}: take the release from its zip, or make it with what it was made with.`,
          );
    }
  }
  if (!published) return known ? { kind: 'restored', damaged: [] } : { kind: 'new' };
  if (published.sums === sums)
    return published.damaged.length === 0
      ? { kind: 'identical' }
      : { kind: 'restored', damaged: published.damaged };
  return other(
    `${version} is in the output folder already, with other content: ${difference(published.sums, sums)}`,
    known
      ? advice
      : 'The ledger does not know it. If it never was published, remove that folder; otherwise give the edition a later version.',
  );
}

/** Lists the files that differ between two lists of checksums. */
function difference(before: string, after: string): string {
  const [a, b] = [parseSums(before), parseSums(after)];
  const paths = [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
  const more = paths.length > 5 ? ` and ${paths.length - 5} more` : '';
  return `${paths.slice(0, 5).join(', ')}${more}`;
}

function entriesThatDiffer(before: Pick<ReleaseContent, 'entries'>, { entries }: ReleaseContent): string {
  const prints = new Map(before.entries.map((entry) => [entry.number, entry.fingerprint]));
  const numbers = entries
    .filter((entry) => prints.get(entry.number) !== entry.fingerprint)
    .map(({ number }) => number);
  if (numbers.length === 0) return '';
  return ` (${numbers.slice(0, 8).join(', ')}${numbers.length > 8 ? ', …' : ''})`;
}
