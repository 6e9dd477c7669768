import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isForeignName, isHandbook } from './foreign.ts';

/** How far down, and how many folders are looked at: this is for a message. */
const DEPTH = 3;
const FOLDERS = 500;

/** Handbooks below a folder that is none, from it; the nearest first. */
export function handbooksBelow(folder: string): readonly string[] {
  const found: string[] = [];
  let level = [folder];
  let looked = 0;
  for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
    const below = level.flatMap((each) => (looked++ < FOLDERS ? foldersIn(each) : []));
    found.push(...below.filter(isHandbook).map((each) => relative(folder, each)));
    level = below.filter((each) => !isHandbook(each));
  }
  return found;
}

/** The handbook that a folder lies in, as a path that leads up to it: `../..`. */
export function handbookAbove(folder: string): string | undefined {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    if (isHandbook(above)) return relative(folder, above);
  return undefined;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((item) => item.isDirectory() && !isForeignName(item.name))
      .map(({ name }) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}
