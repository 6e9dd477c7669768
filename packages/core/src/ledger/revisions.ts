import type { Handbook } from '../model/documents.generated.ts';
import { instant } from '../model/instant.ts';
import type { LedgerRevision, ReleaseContent } from '../model/ledger.ts';
import { entryPath } from '../say/addresses.ts';
import { toldIn } from './lines.ts';

/** What the next release says about one thing. */
export interface Revised {
  readonly kind: 'Create' | 'Update' | 'Delete';
  readonly path: string;
  readonly version: number;
  /** The version that this one replaces. */
  readonly previous?: number;
}
export interface Revisions {
  /** The revision of every thing there is or was, by path, once the edition is released. */
  readonly at: ReadonlyMap<string, LedgerRevision>;
  /** In the order of the resources, deletions last. */
  readonly changes: readonly Revised[];
}

/**
 * Compares the digests of what there is with what a copy holds that followed the feed so far: for the newest
 * edition that of all lines, for a hotfix that of its own. What differs, and nothing else, gets
 * the next version and the edition's date. A digest covers the entry's fingerprint, so a changed
 * fingerprint is always a change; a moved chapter or a changed topic is one too, as otherwise a copy
 * kept from the feed would drift from the snapshot.
 */
export function revise(
  digests: ReadonlyMap<string, string>,
  edition: Handbook['edition'],
  ledger: readonly ReleaseContent[],
): Revisions {
  const before = toldBy(toldIn(edition, ledger));
  const counts = highestVersions(ledger);
  const next = (path: string): number => (counts.get(path) ?? 0) + 1;
  const date = instant(edition.date);
  const at = new Map<string, LedgerRevision>();
  const changes: Revised[] = [];
  for (const [path, digest] of digests) {
    const old = before.get(path);
    if (old?.digest === digest) {
      at.set(path, old);
      continue;
    }
    const version = next(path);
    at.set(path, { version, date, digest });
    changes.push({
      kind: old?.digest === undefined ? 'Create' : 'Update',
      path,
      version,
      ...(old ? { previous: old.version } : {}),
    });
  }
  for (const [path, old] of before) {
    if (digests.has(path)) continue;
    if (old.digest === undefined) {
      at.set(path, old);
      continue;
    }
    const version = next(path);
    at.set(path, { version, date });
    changes.push({ kind: 'Delete', path, version, previous: old.version });
  }
  return { at, changes };
}

/** No digest of anything: what is held against it has changed. */
const UNKNOWN = '';

/**
 * What a copy holds that read the members of these releases in their order. Two branches that did not know of
 * each other may have given one version to two states; which of them a copy has is unknown, so that the next
 * edition says anew what is so.
 */
function toldBy(releases: readonly ReleaseContent[]): ReadonlyMap<string, LedgerRevision> {
  const told = new Map<string, LedgerRevision>();
  const versions = new Map<string, string | undefined>();
  for (const release of releases)
    for (const [path, revision] of revisionsIn(release)) {
      if (told.has(path) && revision.date !== release.date) continue;
      const name = `${path} ${revision.version}`;
      const isOther = versions.has(name) && versions.get(name) !== revision.digest;
      versions.set(name, revision.digest);
      told.set(
        path,
        isOther || told.get(path)?.digest === UNKNOWN ? { ...revision, digest: UNKNOWN } : revision,
      );
    }
  return told;
}

function highestVersions(releases: readonly ReleaseContent[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const release of releases)
    for (const [path, { version }] of revisionsIn(release))
      highest.set(path, Math.max(version, highest.get(path) ?? 0));
  return highest;
}

function revisionsIn({ resources, entries }: ReleaseContent): readonly (readonly [string, LedgerRevision])[] {
  return [
    ...resources.map((resource) => [resource.path, revisionOf(resource)] as const),
    ...entries
      .filter((entry) => entry.version > 0)
      .map((entry) => [entryPath(entry.number), revisionOf(entry)] as const),
  ];
}

function revisionOf({ version, date, digest }: LedgerRevision): LedgerRevision {
  return { version, date, ...(digest === undefined ? {} : { digest }) };
}
