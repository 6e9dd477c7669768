import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';

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

function isHandbook(folder: string): boolean {
  return existsSync(join(folder, 'handbook.yaml'));
}

/** By a look at the one line: what is wrong with a handbook.yaml is not to be said here. */
function idOf(folder: string): string | undefined {
  if (!isHandbook(folder)) return undefined;
  const text = readFileSync(join(folder, 'handbook.yaml'), 'utf8');
  return /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
}
