import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Cache, SourceCache } from '@octavo/core';
import { codeDigest } from '../disk/own-files.ts';
import { legacyKind } from '../disk/read-source.ts';
import type { TreeRecord } from '../disk/tree-record.ts';
import { HOME } from '../version.ts';
import { type DiskCache, openDiskCache } from './disk-cache.ts';

/**
 * The cache of one handbook, as each part of a build sees it: every key includes a hash of the code that
 * computed the value.
 */
export interface HandbookCache {
  /** For reading the source. */
  readonly source: SourceCache;
  /** The cache for a format; `home` is the address of its package's code. */
  readonly format: (name: string, home: string) => Cache;
  /** For what the CLI itself makes. */
  readonly own: SourceCache;
  /** Says whether no earlier build has left anything. */
  readonly isEmpty: boolean;
  /**
   * Returns what the last build put into a folder; `rememberTree` replaces it with what this build put there.
   */
  readonly tree: (out: string) => TreeRecord | undefined;
  readonly rememberTree: (out: string, tree: TreeRecord) => void;
  /**
   * Returns the SHA-256 of bytes and computes it only once; for bytes from the cache, it is already known.
   */
  readonly sha256Of: (bytes: Uint8Array) => string;
  readonly save: () => void;
}

/** Returns the folder in which a handbook's cache lies, inside its own folder. */
export function cacheFolder(root: string): string {
  return join(root, '.octavo', 'cache');
}

/**
 * Opens the cache of the handbook at a path from the current folder, unless it is not wanted or the path
 * leads to no handbook.
 */
export function cacheOf(
  path: string,
  options: { readonly 'no-cache': boolean },
  cwd: string,
): HandbookCache | undefined {
  const root = resolve(cwd, path);
  return options['no-cache'] || legacyKind(root) ? undefined : openHandbookCache(root);
}

/** Opens the cache of the handbook in a folder. */
export function openHandbookCache(root: string): HandbookCache {
  const disk = openDiskCache(cacheFolder(root));
  const core = codeDigest(import.meta.resolve('@octavo/core'));
  return {
    source: under(disk, core),
    own: under(disk, `${core} ${codeDigest(HOME)}`),
    format: (name, home) => {
      const format = codeDigest(home);
      const kept = under(disk, `${core} ${name} ${format}`);
      return {
        get: async (key) => kept.get(`${name}/${key}`),
        put: async (key, bytes) => kept.put(`${name}/${key}`, bytes),
      };
    },
    isEmpty: disk.isEmpty,
    tree: (out) => {
      const bytes = disk.get(treeKey(out));
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as TreeRecord);
    },
    rememberTree: (out, tree) => {
      const bytes = new TextEncoder().encode(JSON.stringify(tree));
      const known = disk.get(treeKey(out));
      if (!known || Buffer.compare(known, bytes) !== 0) disk.put(treeKey(out), bytes);
    },
    sha256Of: disk.sha256Of,
    save: disk.save,
  };
}

/** The record of a tree is not stored under what it depends on: the newest one counts. */
function treeKey(out: string): string {
  return `tree/${hash('sha256', out).slice(0, 16)}`;
}

/** Keys keep their kind in front, so that each kind is tidied separately. */
function under(disk: DiskCache, code: string): SourceCache {
  const salt = hash('sha256', code).slice(0, 16);
  return {
    get: (key) => disk.get(`${key}-${salt}`),
    put: (key, bytes) => disk.put(`${key}-${salt}`, bytes),
  };
}
