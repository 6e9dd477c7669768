import type { LedgerRevision, ReleaseContent } from '../model/ledger.ts';
import { entryPath } from '../say/addresses.ts';

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
 * Compares the digests of what there is with the last release. What differs, and nothing else, gets
 * the next version and the edition's date. A digest covers the entry's fingerprint, so a changed
 * fingerprint is always a change; a moved chapter or a changed topic is one too, as otherwise a copy
 * kept from the feed would drift from the snapshot.
 */
export function revise(
  digests: ReadonlyMap<string, string>,
  date: string,
  ledger: readonly ReleaseContent[],
): Revisions {
  const before = lastRevisions(ledger);
  const at = new Map<string, LedgerRevision>();
  const changes: Revised[] = [];
  for (const [path, digest] of digests) {
    const old = before.get(path);
    if (old?.digest === digest) {
      at.set(path, old);
      continue;
    }
    const version = (old?.version ?? 0) + 1;
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
    at.set(path, { version: old.version + 1, date });
    changes.push({ kind: 'Delete', path, version: old.version + 1, previous: old.version });
  }
  return { at, changes };
}

function lastRevisions(ledger: readonly ReleaseContent[]): ReadonlyMap<string, LedgerRevision> {
  const last = ledger.at(-1);
  if (!last) return new Map();
  return new Map<string, LedgerRevision>([
    ...last.resources.map((resource) => [resource.path, revisionOf(resource)] as const),
    ...last.entries
      .filter((entry) => entry.version > 0)
      .map((entry) => [entryPath(entry.number), revisionOf(entry)] as const),
  ]);
}

function revisionOf({ version, date, digest }: LedgerRevision): LedgerRevision {
  return { version, date, ...(digest === undefined ? {} : { digest }) };
}
