import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMAT_NAMES } from '../formats.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { filesUnder } from './read-file.ts';

/** The bytes of one of this package's own files under `static/`. */
export function readStatic(name: string): Uint8Array {
  return readFileSync(join(PACKAGE_ROOT, 'static', name));
}

const ENDING = '.schema.json';

/**
 * Reads the JSON Schemas of `@octavo/schemas` as they are written there, by name and in the order of names.
 */
export async function readSchemas(): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(createRequire(import.meta.url).resolve('@octavo/schemas/package.json'));
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name + ENDING), 'utf8')] as const),
    ),
  );
}

/**
 * Returns what is known about a rule: its page, or its line in a table of a package's README. It is Markdown,
 * for people.
 */
export function readRulePage(rule: string): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(rule)) return undefined;
  const page = join(homeOf('core'), 'docs', 'rules', `${rule}.md`);
  if (existsSync(page)) return readFileSync(page, 'utf8');
  const subject = /^parity-(.+)/.exec(rule)?.[1];
  const tables = [
    join(PACKAGE_ROOT, 'README.md'),
    ...FORMAT_NAMES.map((name) => join(homeOf(name), 'README.md')),
    ...(subject === undefined ? [] : [join(homeOf('verify'), 'docs', 'subjects.md')]),
  ];
  for (const path of tables) {
    const line = readFileSync(path, 'utf8')
      .split('\n')
      .find((row) => row.startsWith('|') && row.split('|')[1]?.includes(`\`${subject ?? rule}\``));
    const cells = line?.split(/(?<!\\)\|/).slice(2, -1);
    if (cells) return `# ${rule}\n\n${cells.map((cell) => cell.trim()).join(': ')}\n`;
  }
  return undefined;
}

/**
 * The folder of the Octavo Handbook's sources: in the package, where the package was packed, or in the repository.
 */
export function ownHandbook(): string {
  const packed = join(PACKAGE_ROOT, 'handbook');
  return existsSync(packed) ? packed : join(PACKAGE_ROOT, '..', '..', 'content', 'octavo-handbook');
}

/** Returns the folder of one of our packages. */
function homeOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@octavo/${name}/package.json`));
}

const known = new Map<string, string>();

/**
 * Returns a hash of a package's code: its package.json and every file in the folder of the module at `url`
 * (its `dist`, which includes its libraries). Results of older code are therefore never used, which matters
 * to whoever works on Octavo. Of bundled code the bundler has written it down (`scripts/bundle.mjs`).
 */
export function codeDigest(url: string): string {
  const found = known.get(url);
  if (found !== undefined) return found;
  const folder = dirname(fileURLToPath(url));
  const written = join(folder, 'code.sha256');
  const made = existsSync(written) ? readFileSync(written, 'utf8') : digestOf(folder);
  known.set(url, made);
  return made;
}

function digestOf(folder: string): string {
  const sum = createHash('sha256').update(readFileSync(join(folder, '..', 'package.json')));
  for (const path of filesUnder(folder).filter(isCode))
    sum.update(path).update(readFileSync(join(folder, path)));
  return sum.digest('hex');
}

function isCode(path: string): boolean {
  return /\.[jt]sx?$/.test(path) && !path.endsWith('.d.ts');
}
