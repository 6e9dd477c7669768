/**
 * Bundles the package in the current folder: every source that its `exports` name (and `src/start.ts` and
 * `src/worker.ts`, where they are) with the libraries they use become a few files in `dist/`, and the
 * libraries' licences stand in `dist/THIRD-PARTY.txt`. Loading hundreds of small modules costs more than
 * compiling a hundred entries.
 * Other packages of ours stay imports, and so do the packages named as words (`harfbuzzjs`), which have to be
 * declared as dependencies; all that is bundled is a devDependency, so that nobody installs it twice. A word
 * `library/path/of/file=place` copies a file that is read when the package runs, `library/path/*.cjs=place`
 * all of a folder that end so. Each file in `src/browser/` becomes a script for pages in `dist/browser/`. A module
 * that looks for files beside it by `import.meta.url` must lie directly in `src/`, since all code comes to lie
 * directly in `dist/`. A module named `*.lazy.ts` exports functions and no values: it becomes a file of its own, with
 * its libraries, which is loaded when one of them is first called.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const { name: own, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
/** `library` has to stay as it is; `library/path/of/file=place` is a file that a library looks for beside its code. */
const kept = process.argv.slice(2).filter((word) => !word.includes('='));
const files = process.argv.slice(2).filter((word) => word.includes('='));
/** Each source by the name of its bundle: `.` is `index`, `./say` is `say`. */
const exported = Object.entries(exports).flatMap(([path, target]) =>
  target['@octavo/source'] ? [[path.slice(2) || 'index', target['@octavo/source']]] : [],
);
const beside = ['start', 'worker']
  .map((name) => [name, `./src/${name}.ts`])
  .filter(([, file]) => existsSync(file));

for (const file of readdirSync('dist')) if (/\.c?js$/.test(file)) rmSync(join('dist', file));
const refuses = (reason, ...names) =>
  `function refuse() { throw new Error('${reason}'); }\n` +
  ['default', ...names].map((name) => `export { refuse as ${name} };\n`).join('');

/**
 * What stands for a part of a library: of what we never reach, and that would be loaded all the same, a
 * refusal that tells whoever reaches it; of what Node has itself, that.
 */
const INSTEAD = {
  'node-fetch': refuses('a build asks no network'),
  // react-pdf lays out here, and draws nothing.
  '@react-pdf/font': 'export default class NoFonts {}',
  '@react-pdf/render': refuses('pages are drawn by us'),
  pdfkit: refuses('the PDF is written by us'),
  // Reconcilers of react-pdf for other versions of React.
  './reconciler-23.js': refuses('React is of version 19'),
  './reconciler-31.js': refuses('React is of version 19.2'),
  // Tables of Unicode are inflated whenever a font library is loaded.
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (source, target) => {
      target.set(inflateRawSync(source));
      return target;
    };`,
};
const instead = {
  name: 'instead',
  resolveId: (id) => (Object.hasOwn(INSTEAD, id) ? `\0instead:${id}` : undefined),
  load: (id) => (id.startsWith('\0instead:') ? INSTEAD[id.slice('\0instead:'.length)] : undefined),
};
/** pdf.js asks for a canvas that it draws on, 33 MB of native code; nothing is drawn here, only read. */
const noCanvas = {
  name: 'no-canvas',
  transform: (code, id) =>
    id.endsWith('/pdfjs-dist/legacy/build/pdf.mjs')
      ? {
          code: code.replaceAll(
            'require("@napi-rs/canvas")',
            '{ DOMMatrix: class DOMMatrix {}, ImageData: class ImageData {}, Path2D: class Path2D {} }',
          ),
          map: null,
        }
      : undefined,
};
/** Yoga's code is in its module, but it asks for `fetch` first, for which Node loads its HTTP client (40 ms). */
const noFetch = {
  name: 'no-fetch',
  transform: (code, id) =>
    id.endsWith('/yoga-wasm-base64-esm.js')
      ? { code: code.replaceAll('"function"!=typeof fetch', 'true'), map: null }
      : undefined,
};
/** The sources of the modules that are loaded when they are first called, by the name of their bundle. */
const lazy = new Map();
/** What stands for a module of that kind: its functions, which load it. CommonJS is what can be loaded within a call. */
const onFirstCall = {
  name: 'on-first-call',
  resolveId: (id, importer) =>
    id.endsWith('.lazy.ts') && importer ? `\0lazy:${join(dirname(importer), id)}` : undefined,
  load: (id) => {
    if (!id.startsWith('\0lazy:')) return undefined;
    const source = id.slice('\0lazy:'.length);
    const name = basename(source, '.ts');
    lazy.set(name, source);
    const functions = [...readFileSync(source, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)];
    return [
      "import { createRequire } from 'node:module';",
      'const load = createRequire(import.meta.url);',
      ...functions.map(
        ([, word]) => `export const ${word} = (...given) => load('./${name}.cjs').${word}(...given);`,
      ),
    ].join('\n');
  },
};
const common = {
  // React has a slow mode for developers.
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  platform: 'node',
  external: (id) =>
    id.startsWith('node:') ||
    kept.includes(id) ||
    (/^@octavo\/(?!schemas\/)/.test(id) && !id.startsWith(own)),
  logLevel: 'warn',
};
const bundle = await rolldown({
  ...common,
  plugins: [instead, noCanvas, noFetch, onFirstCall],
  input: Object.fromEntries([...exported, ...beside]),
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
for (const [name, input] of lazy) {
  const alone = await rolldown({ ...common, plugins: [instead], input: { [name]: input } });
  const made = await alone.write({ dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' });
  await alone.close();
  output.push(...made.output);
}
const scripts = existsSync('src/browser') ? readdirSync('src/browser') : [];
const inScripts = await Promise.all(scripts.map(browserScript));
for (const [from, to] of files.map((word) => word.split('='))) {
  const [folder, end] = from.split('/*');
  const names =
    end === undefined ? [] : readdirSync(join('node_modules', folder)).filter((name) => name.endsWith(end));
  for (const name of names) copy(join(folder, name), join(to, name));
  if (end === undefined) copy(from, to);
}
const copied = files.map((word) => realpathSync(join('node_modules', word.split(/\/\*|=/)[0])));
writeFileSync(
  'dist/THIRD-PARTY.txt',
  notices([...output.flatMap(({ moduleIds = [] }) => moduleIds), ...copied, ...inScripts.flat()]),
);
writeFileSync('dist/code.sha256', codeDigest());

/** A digest of all code of the package, by which the command knows results of older code (`codeDigest` in cli). */
function codeDigest() {
  const sum = createHash('sha256').update(readFileSync('package.json'));
  for (const path of readdirSync('dist', { recursive: true }).sort())
    if (/\.[cm]?js$/.test(path)) sum.update(path).update(readFileSync(join('dist', path)));
  return sum.digest('hex');
}

/**
 * Bundles a script for pages from `src/browser/`, small and with the licences of its libraries, since a site that
 * carries it hands them on. What it exports is a global of its name. Returns the modules that are in it.
 */
async function browserScript(name) {
  const script = await rolldown({
    input: join('src/browser', name),
    platform: 'browser',
    resolve: { conditionNames: ['@octavo/source', 'import', 'browser', 'default'] },
    transform: { target: 'es2020' },
    logLevel: 'warn',
  });
  const { output: made } = await script.generate({
    format: 'iife',
    name: `octavo_${name.replace('.js', '')}`,
    minify: true,
  });
  await script.close();
  const [{ code, moduleIds }] = made;
  const licences = notices(moduleIds);
  mkdirSync('dist/browser', { recursive: true });
  writeFileSync(join('dist/browser', name), `${licences && `/*\n${licences}*/\n`}${code}`);
  return moduleIds;
}

function copy(from, to) {
  mkdirSync(dirname(join('dist', to)), { recursive: true });
  copyFileSync(join('node_modules', from), join('dist', to));
}

/** Name, version, source and licence of every library among the modules, and of what is compiled into one. */
function notices(modules) {
  const homes = new Set(modules.map(homeOf).filter((home) => home !== undefined));
  const parts = [...homes].map((home) => {
    const { name, version, license, repository } = JSON.parse(
      readFileSync(join(home, 'package.json'), 'utf8'),
    );
    const file = readdirSync(home).find((item) => /^licen[cs]e/i.test(item));
    const inside = new URL(`third-party/${name.replace('/', '-')}.txt`, import.meta.url);
    const texts = [file && join(home, file), existsSync(inside) && inside].filter(Boolean);
    const text = texts.map((path) => readFileSync(path, 'utf8').trim()).join('\n\n');
    const source = typeof repository === 'string' ? repository : (repository?.url ?? '');
    return `${name} ${version} (${license}) ${source}\n\n${text}\n`;
  });
  return parts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the library that a module belongs to; undefined for our own modules. */
function homeOf(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  if (!path.includes('/node_modules/')) return undefined;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name) return folder;
  }
  return undefined;
}
