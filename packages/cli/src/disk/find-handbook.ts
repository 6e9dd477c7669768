import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';
import { isForeignName, isHandbook } from './foreign.ts';

/** Where a repository of several handbooks keeps them. */
const CONTENT = 'content';

/**
 * The handbook that a user names by its folder or by its id: in the current folder, as `octavo init` makes
 * it, or in `content/`. Without a name (`.`) it is the current folder or the only handbook in `content/`.
 * What is neither comes back as it is, for its own message; several without a name are a failure.
 */
export function findHandbook(given: string, cwd: string): string | Failure {
  if (isHandbook(resolve(cwd, given))) return given;
  const books = contentOf(cwd);
  if (given !== '.' && given !== '')
    return ['.', ...books].find((folder) => idOf(join(cwd, folder)) === given) ?? given;
  const [only, another] = books;
  if (only === undefined || another === undefined) return only ?? given;
  return failure(
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

/** By a look at the one line: what is wrong with a handbook.yaml is not to be said here. */
function idOf(folder: string): string | undefined {
  if (!isHandbook(folder)) return undefined;
  const text = readFileSync(join(folder, 'handbook.yaml'), 'utf8');
  return /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
}

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
