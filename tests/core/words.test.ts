import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The list of CONTRIBUTING.md: what not to write, and what to write instead. */
const WORDS = [...read('CONTRIBUTING.md').matchAll(/^\| ([^|`]+) \| ([^|]+) \|$/gm)]
  .filter(([, , not = '']) => not !== 'not' && !not.startsWith('--'))
  .map(([, wanted = '', not = '']) => ({ wanted, not: not.split(', ') }));

const below = (folder: string, ending: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path) && !/node_modules|\/dist\//.test(path));

/** What people read: the handbook, the documents, the help, the schemas and the pages of the messages. */
const texts = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'schemas/README.md',
  'packages/cli/src/commands.json',
  ...readdirSync(join(ROOT, 'packages'))
    .map((name) => `packages/${name}/README.md`)
    .filter((path) => existsSync(join(ROOT, path))),
  ...below('content/octavo-handbook', /\.md$|glossary\.yaml$/),
  ...below('packages/core/docs', /\.md$/),
  ...below('schemas', /\.schema\.json$/),
];

/** The text without code, addresses, names of files and the list itself. */
const prose = (path: string) =>
  read(path)
    .replace(/^### Words\n[\s\S]*?(?=^## )/m, '')
    .replace(path.endsWith('.md') ? /^( *`{3,})[\s\S]*?^\1$|^\w+:.*$/gm : /"\w+":(?= )/g, '')
    .replace(/`[^`\n]*`|\]\([^)]*\)|\bhttps?:\S+|\{#[^}]*\}|#[\w-]+/g, '');

test.each(WORDS)('"$wanted", and not $not', ({ not }) => {
  const found = texts.flatMap((path) =>
    [...prose(path).matchAll(new RegExp(`(?<![\\w/-])(?:${not.join('|')})(?:s|d)?(?![\\w/.-])`, 'gi'))].map(
      ([word]) => `${path}: ${word}`,
    ),
  );
  expect(found).toEqual([]);
});

test('the list is there', () => expect(WORDS.length).toBeGreaterThan(5));
