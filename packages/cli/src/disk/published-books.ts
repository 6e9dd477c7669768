import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Tree } from '@octavo/core';
import { EXIT, fail } from '../exit-code.ts';
import { namesIn } from './read-file.ts';
import { folderReader, treeRoot } from './read-tree.ts';

/** A published tree that may hold a release, and where its manifest is. */
export interface PublishedPlace {
  /** As a user would name it. */
  readonly name: string;
  readonly tree: Tree;
  readonly manifest: string;
}

/** What the zip of a release may unpack to. */
const MAX_BYTES = 4_000_000_000;

/**
 * Finds the published trees in a place: a release's folder or zip, a folder of such (`dist/<id>`), or a web root
 * with older editions. Each is found once, whatever links lead to it.
 */
export async function publishedPlaces(given: string, cwd: string): Promise<readonly PublishedPlace[]> {
  const path = resolve(cwd, given);
  if (!existsSync(path)) fail(EXIT.usage, `there is no folder or zip "${given}"`);
  if (path.endsWith('.zip')) return zipped(path, given);
  const below = ['', 'edition'].map((folder) => join(path, folder)).filter((folder) => existsSync(folder));
  const inside = await Promise.all(
    below.map(async (folder) => {
      const names = await namesIn(folder);
      return names === 'file' ? [] : names.map((name) => join(folder, name));
    }),
  );
  const candidates = [path, ...inside.flat()];
  const found = new Map<string, PublishedPlace>();
  for (const candidate of candidates) {
    const name = join(given, candidate.slice(path.length));
    const places = candidate.endsWith('.zip')
      ? await zipped(candidate, name)
      : await unpacked(candidate, name);
    for (const place of places) {
      const real = await realpath(candidate);
      if (!found.has(real)) found.set(real, place);
    }
  }
  return [...found.values()];
}

async function unpacked(folder: string, name: string): Promise<readonly PublishedPlace[]> {
  const root = await treeRoot(folder);
  if (!('top' in root) || !existsSync(join(root.top, root.folder, 'manifest.json'))) return [];
  return [{ name, tree: folderReader(root.top, []), manifest: `${root.folder}manifest.json` }];
}

async function zipped(path: string, name: string): Promise<readonly PublishedPlace[]> {
  const { unzipSync } = await import('fflate');
  let files: Record<string, Uint8Array>;
  try {
    let total = 0;
    files = unzipSync(new Uint8Array(await readFile(path)), {
      filter: ({ name: file, originalSize }) => {
        const wanted = /(?:^|\/)(?:manifest\.json|handbook\.json|SHA256SUMS)$/.test(file);
        if (wanted) total += originalSize;
        return wanted && total < MAX_BYTES;
      },
    });
  } catch {
    fail(EXIT.content, `"${name}" is no zip that can be read`, 'Take it again from where it was published.');
  }
  const manifest = Object.keys(files)
    .filter((file) => file.endsWith('/manifest.json'))
    .sort((a, b) => a.length - b.length)[0];
  if (manifest === undefined) return [];
  const top = manifest.slice(0, manifest.indexOf('/') + 1);
  const tree = { paths: [], read: async (file: string) => files[top + file] };
  return [{ name, tree, manifest: manifest.slice(top.length) }];
}
