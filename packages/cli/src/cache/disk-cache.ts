import { hash } from 'node:crypto';

import { openPackFolder, type Pack, type PackRecord } from '../disk/packs.ts';

/** Bytes kept between builds, each under a key that names everything they depend on. */
export interface DiskCache {
  /** Says whether no earlier run has left anything. */
  readonly isEmpty: boolean;
  readonly get: (key: string) => Uint8Array | undefined;
  readonly put: (key: string, bytes: Uint8Array) => void;
  /**
   * Returns the SHA-256 of bytes and computes it only once; for bytes that `get` returned, it is already
   * known.
   */
  readonly sha256Of: (bytes: Uint8Array) => string;
  /** Writes what is new. A cache that cannot be written does not make the build fail. */
  readonly save: () => void;
}

/** When there are more packs than this, they are merged into one. */
const MANY = 24;
/** Unused bytes that may stay in the packs, besides as many as were used. */
const SPARE = 8_000_000;

/**
 * How many bytes are kept in memory before they go to a pack: a build of ten thousand entries produces half a
 * gigabyte.
 */
const IN_MEMORY = 64_000_000;

/**
 * Opens the cache of a handbook. Keys begin with a kind and a slash (`html/…`). When packs are merged,
 * everything of a kind that this run used is dropped unless the run used it, so the cache holds about one
 * generation of each kind.
 */
export function openDiskCache(folder: string, inMemory: number = IN_MEMORY): DiskCache {
  const opened = openPackFolder(folder);
  const fresh = new Map<string, PackRecord>();
  let bytesFresh = 0;
  const used = new Set<string>();
  const sums = new WeakMap<Uint8Array, string>();
  const find = (key: string): PackRecord | undefined => {
    const made = fresh.get(key);
    if (made) return made;
    for (const pack of opened.packs) {
      const record = pack.has(key) ? pack.read(key) : undefined;
      if (record) return record;
    }
    return undefined;
  };
  return {
    isEmpty: opened.packs.length === 0,
    get: (key) => {
      const record = find(key);
      if (!record) return undefined;
      used.add(key);
      sums.set(record.bytes, record.sha256);
      return record.bytes;
    },
    put: (key, bytes) => {
      const sha256 = hash('sha256', bytes);
      used.add(key);
      sums.set(bytes, sha256);
      fresh.set(key, { key, bytes, sha256 });
      bytesFresh += bytes.length;
      if (bytesFresh >= inMemory) write(addFresh);
    },
    sha256Of: (bytes) => {
      const sum = sums.get(bytes) ?? hash('sha256', bytes);
      sums.set(bytes, sum);
      return sum;
    },
    save: () => {
      write(() =>
        isUntidy(opened.packs, used) ? opened.replace(worthKeeping(opened.packs, fresh, used)) : addFresh(),
      );
      opened.close();
    },
  };

  function addFresh(): void {
    if (fresh.size > 0) opened.add(fresh.values());
  }

  function write(work: () => void): void {
    try {
      work();
    } catch {
      // The disk is full or read-only, or the folder is someone else's: the next build computes it again.
    } finally {
      fresh.clear();
      bytesFresh = 0;
    }
  }
}

/** Says whether there are many packs, or packs that hold mostly what this run did not ask for. */
function isUntidy(packs: readonly Pack[], used: ReadonlySet<string>): boolean {
  if (packs.length >= MANY) return true;
  const kinds = new Set([...used].map(kindOf));
  let unused = 0;
  let all = 0;
  for (const { keys, size } of packs) {
    all += size;
    const stale = keys.filter((key) => !used.has(key) && kinds.has(kindOf(key))).length;
    unused += keys.length === 0 ? 0 : (size * stale) / keys.length;
  }
  return unused > SPARE && unused > all / 2;
}

/** Yields what is new, then what the packs hold and this run either used or has no use for by kind. */
function* worthKeeping(
  packs: readonly Pack[],
  fresh: ReadonlyMap<string, PackRecord>,
  used: ReadonlySet<string>,
): Generator<PackRecord> {
  const kinds = new Set([...used].map(kindOf));
  const seen = new Set<string>();
  for (const record of fresh.values()) {
    seen.add(record.key);
    yield record;
  }
  for (const pack of packs) {
    for (const key of pack.keys) {
      if (seen.has(key) || (kinds.has(kindOf(key)) && !used.has(key))) continue;
      const record = pack.read(key);
      if (!record) continue;
      seen.add(key);
      yield record;
    }
  }
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
