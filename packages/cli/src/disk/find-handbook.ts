import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { EXIT, fail } from '../exit-code.ts';
import { isForeignName, isHandbook } from './foreign.ts';
import { nearestFolder } from './paths.ts';

/** The folder in which a repository of several handbooks keeps them. */
const CONTENT = 'content';

/**
 * Finds the handbook that a user names by its folder or by its id: in the current folder, where `octavo init`
 * puts it, or in `content/`. Without a name (`.`), it is the current folder or the only handbook in
 * `content/`; several are a failure. A name that is neither comes back unchanged and gets its own message
 * later.
 */
export function findHandbook(given: string, cwd: string): string {
  if (isHandbook(resolve(cwd, given))) return given;
  const books = contentOf(cwd);
  if (given !== '.' && given !== '')
    return ['.', ...books].find((folder) => idOf(join(cwd, folder)) === given) ?? given;
  const [only, another] = books;
  if (only === undefined || another === undefined) return only ?? given;
  fail(
    EXIT.usage,
    `there is no handbook.yaml in this folder, and ${CONTENT}/ holds ${books.length} handbooks`,
    `Name one by its folder or its id: ${books.join(', ')}.`,
  );
}

function contentOf(cwd: string): readonly string[] {
  const folder = join(cwd, CONTENT);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.map((name) => `${CONTENT}/${name}`).filter((path) => isHandbook(join(cwd, path)));
}

/** Returns the id of the handbook in a folder. Only one line of handbook.yaml is read: its faults are reported elsewhere. */
export function idOf(folder: string): string | undefined {
  if (!isHandbook(folder)) return undefined;
  const text = readFileSync(join(folder, 'handbook.yaml'), 'utf8');
  return /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
}

/** How deep the search goes, and how many folders it visits; it serves only a message. */
const DEPTH = 3;
const FOLDERS = 500;

/** Lists the handbooks below a folder that is not one, relative to it, nearest first. */
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

/** Returns the handbook that a folder lies in, as a path that leads up to it: `../..`. */
export function handbookAbove(folder: string): string | undefined {
  const above = nearestFolder(dirname(folder), isHandbook);
  return above === undefined ? undefined : relative(folder, above);
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
