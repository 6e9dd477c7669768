import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Cache, SourceCache } from '@octavo/core';
import { codeDigest } from '../disk/code-digest.ts';
import { HOME } from '../version.ts';
import { type DiskCache, openDiskCache } from './disk-cache.ts';

/** The cache of one handbook, as each part of a build sees it: under keys that hold the code that made what is there. */
export interface HandbookCache {
  /** For reading the source. */
  readonly source: SourceCache;
  /** For a format; `home` is the address of its package's code. */
  readonly format: (name: string, home: string) => Cache;
  /** For what the CLI itself makes. */
  readonly own: SourceCache;
  /** The SHA-256 of bytes that came from the cache. */
  readonly sha256Of: (bytes: Uint8Array) => string | undefined;
  readonly save: () => void;
}

/** Where the cache of a handbook lies, in its own folder. */
export function cacheFolder(root: string): string {
  return join(root, '.octavo', 'cache');
}

/** The cache of the handbook at a path from the current folder, unless it is not wanted. */
export function cacheOf(
  path: string,
  options: { readonly 'no-cache': boolean },
  cwd: string,
): HandbookCache | undefined {
  return options['no-cache'] ? undefined : openHandbookCache(resolve(cwd, path));
}

/** Opens the cache of the handbook in a folder. */
export function openHandbookCache(root: string): HandbookCache {
  const disk = openDiskCache(cacheFolder(root));
  const core = codeDigest(import.meta.resolve('@octavo/core'));
  return {
    source: under(disk, core),
    own: under(disk, `${core} ${codeDigest(HOME)}`),
    format: (name, home) => {
      const kept = under(disk, `${core} ${name} ${codeDigest(home)}`);
      return {
        get: async (key) => kept.get(key),
        put: async (key, bytes) => kept.put(key, bytes),
      };
    },
    sha256Of: disk.sha256Of,
    save: disk.save,
  };
}

/** Keys keep their kind in front, so that each kind is tidied by itself. */
function under(disk: DiskCache, code: string): SourceCache {
  const salt = hash('sha256', code).slice(0, 16);
  return {
    get: (key) => disk.get(`${key}-${salt}`),
    put: (key, bytes) => disk.put(`${key}-${salt}`, bytes),
  };
}
