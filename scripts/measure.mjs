/**
 * Measures the house: `pnpm measure` prints how much source there is, how large files and functions are,
 * which files and folders import each other in a circle, and how often the formats are listed by name.
 * `pnpm measure --list` names what is counted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FORMATS = /'(?:html|pdf|epub|jsonld)'/g;
/** A descriptor says what it needs, an ISBN may be of print too, XHTML is a dialect of HTML, and a source that is imported has a kind: these are no lists of the formats. */
const NO_LIST = /: FormatDescriptor =|\bISBN_FORMATS =|\bdialect\?:|\): SourceKind \{/;
const files = readdirSync(join(ROOT, 'packages')).flatMap((name) =>
  sourcesOf(join(ROOT, 'packages', name, 'src')),
);
const rows = [
  ['source lines', files.reduce((total, { lines }) => total + lines, 0), []],
  ['source files', files.length, []],
  ['median lines of a file', files.map(({ lines }) => lines).sort((a, b) => a - b)[files.length >> 1], []],
  counted(
    'files over 250 lines',
    files.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path} (${lines})`),
  ),
  counted('functions over 80 lines', files.flatMap(longFunctions)),
  counted('circles of files, by value', circles(files, 'values')),
  counted('circles of files, with types', circles(files, 'all')),
  counted('pairs of folders that import each other', folderPairs()),
  counted('places that list the formats', files.flatMap(formatLists)),
];
const list = process.argv.includes('--list');
for (const [name, count, found] of rows) {
  console.log(`${String(count).padStart(7)}  ${name}`);
  if (list) for (const line of found) console.log(`           ${line}`);
}

function counted(name, found) {
  return [name, found.length, found];
}

/** Every source that a person wrote, parsed. */
function sourcesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /\.tsx?$/.test(it.name) && !it.name.includes('.generated.'))
    .map((it) => {
      const full = join(it.parentPath, it.name);
      const text = readFileSync(full, 'utf8');
      const path = relative(ROOT, full);
      const program = parseAst(text, { lang: full.endsWith('x') ? 'tsx' : 'ts' });
      return { path, text, lines: text.trimEnd().split('\n').length, program, ...importsOf(path, program) };
    });
}

/** The files of its own package that a file imports: `values` leaves out what is only for types. */
function importsOf(path, { body }) {
  const named = body.filter(({ source }) => source?.value.startsWith('.'));
  const ofTypes = ({ importKind, exportKind, specifiers = [] }) =>
    importKind === 'type' ||
    exportKind === 'type' ||
    (specifiers.length > 0 && specifiers.every((it) => it.importKind === 'type' || it.exportKind === 'type'));
  const target = ({ source }) => normalize(join(dirname(path), source.value));
  return {
    all: new Set(named.map(target)),
    values: new Set(named.filter((it) => !ofTypes(it)).map(target)),
  };
}

/** Groups of files of which each leads back to itself (Tarjan's strongly connected components). */
function circles(nodes, edges) {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const order = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (path) => {
    order.set(path, order.size);
    low.set(path, order.get(path));
    stack.push(path);
    for (const next of byPath.get(path)?.[edges] ?? []) {
      if (!byPath.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path), low.get(next)));
    }
    if (low.get(path) !== order.get(path)) return;
    const members = stack.splice(stack.indexOf(path));
    if (members.length > 1) found.push(members.toSorted().join(' <-> '));
  };
  for (const { path } of nodes) if (!order.has(path)) visit(path);
  return found;
}

/** Of a folder and one inside it, the outer may well import the inner, and its types lie outside. */
function folderPairs() {
  const between = new Set(
    files.flatMap(({ path, all }) => [...all].map((to) => `${dirname(path)} ${dirname(to)}`)),
  );
  return [...between]
    .map((pair) => pair.split(' '))
    .filter(([from, to]) => from < to && !to.startsWith(`${from}/`) && between.has(`${to} ${from}`))
    .map((pair) => pair.join(' <-> '));
}

function longFunctions({ path, text, program }) {
  const found = [];
  const walk = (node, name) => {
    if (node === null || typeof node !== 'object') return;
    const own = node.id?.name ?? node.key?.name ?? name;
    if (/Function/.test(node.type ?? '') && node.body) {
      const lines = text.slice(node.start, node.end).split('\n').length;
      if (lines > 80) found.push(`${path}: ${own ?? 'a function'} (${lines})`);
    }
    for (const value of Object.values(node))
      if (Array.isArray(value)) for (const item of value) walk(item, own);
      else walk(value, own);
  };
  walk(program);
  return found;
}

/** Statements that name two formats or more. */
function formatLists({ path, text, program }) {
  return program.body
    .filter(
      ({ start, end, type }) =>
        type !== 'ImportDeclaration' &&
        !NO_LIST.test(text.slice(start, end)) &&
        new Set(text.slice(start, end).match(FORMATS)).size > 1,
    )
    .map(({ start }) => `${path}:${text.slice(0, start).split('\n').length}`);
}
