import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of a module that a handbook names, by a path from its folder or as a package installed for it; undefined when there is none. */
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

/** The file for `import` among a package's exports. */
function entryOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const of = exports as Readonly<Record<string, unknown>>;
  return entryOf(of['.'] ?? of.import ?? of.node ?? of.default);
}

function addressOf(path: string): string | undefined {
  return existsSync(path) ? pathToFileURL(path).href : undefined;
}
