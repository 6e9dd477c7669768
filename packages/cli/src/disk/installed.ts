import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FontFile, FontRequest } from '@octavo/core';
import { foldersUp } from './paths.ts';
import { hashFile } from './published-tree.ts';

/**
 * Reads the fonts that a format asks for from the npm packages that contain them, installed beside the
 * format's own package or beside the handbook. A font that is not installed is left out: the format says what
 * is missing when a character needs it.
 */
export async function readFonts(
  requests: readonly FontRequest[],
  from: readonly string[],
): Promise<readonly FontFile[]> {
  const resolvers = from.map((path) => createRequire(path));
  const found = await Promise.all(
    requests.map(async (request) => {
      const path = locate(request, resolvers);
      return path === undefined ? undefined : { ...request, bytes: new Uint8Array(await readFile(path)) };
    }),
  );
  return found.filter((font) => font !== undefined);
}

/** Says whether the file of a font can be found from one of the places. */
export function isInstalled(request: FontRequest, from: readonly string[]): boolean {
  return (
    locate(
      request,
      from.map((path) => createRequire(path)),
    ) !== undefined
  );
}

function locate(request: FontRequest, resolvers: readonly NodeJS.Require[]): string | undefined {
  for (const resolver of resolvers) {
    try {
      return resolver.resolve(`${request.package}/${request.file}`);
    } catch {
      // It is not installed there: try the next place.
    }
  }
  return undefined;
}

/**
 * Returns the address of a module that a handbook names, by a path from its folder or as a package installed
 * for it; undefined when there is none.
 */
export function resolveModule(use: string, root: string): string | undefined {
  if (use.startsWith('.')) return addressOf(join(root, use));
  const places = createRequire(join(root, 'handbook.yaml')).resolve.paths(use) ?? [];
  const folder = places.map((place) => join(place, use)).find((one) => existsSync(join(one, 'package.json')));
  if (folder === undefined) return undefined;
  const { exports, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly exports?: unknown;
    readonly main?: string;
  };
  return addressOf(join(folder, entryOf(exports) ?? main ?? 'index.js'));
}

/** Returns the file for `import` among a package's exports. */
function entryOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const of = exports as Readonly<Record<string, unknown>>;
  return entryOf(of['.'] ?? of.import ?? of.node ?? of.default);
}

function addressOf(path: string): string | undefined {
  return existsSync(path) ? pathToFileURL(path).href : undefined;
}

/** The lockfiles of package managers. */
export const LOCKFILES: readonly string[] = [
  'pnpm-lock.yaml',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'bun.lock',
];

/**
 * Returns the SHA-256 of the lockfile that says which packages a handbook is built with: the nearest one,
 * upwards.
 */
export async function hashLockfile(from: string): Promise<string | undefined> {
  const lockfiles = [...foldersUp(from)].flatMap((folder) => LOCKFILES.map((name) => join(folder, name)));
  const nearest = lockfiles.find((path) => existsSync(path));
  return nearest === undefined ? undefined : hashFile(nearest);
}
