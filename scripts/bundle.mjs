/**
 * Bundles the package in the current folder: every source that its `exports` name (and `src/start.ts` and
 * `src/worker.ts`, where they are) with the libraries they use become a few files in `dist/`, and the
 * libraries' licences stand in `dist/THIRD-PARTY.txt`. Loading hundreds of small modules costs more than
 * compiling a hundred entries.
 * Other packages of ours stay imports. A module that looks for files beside it by `import.meta.url` must
 * lie directly in `src/`, since all code comes to lie directly in `dist/`.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
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

for (const file of readdirSync('dist')) if (file.endsWith('.js')) rmSync(join('dist', file));
const refuses = (reason, ...names) =>
  `function refuse() { throw new Error('${reason}'); }\n` +
  ['default', ...names].map((name) => `export { refuse as ${name} };\n`).join('');

/**
 * What stands for a part of a library: of what we never reach, and that would be loaded all the same, a
 * refusal that tells whoever reaches it; of what Node has itself, that.
 */
const INSTEAD = {
  'node-fetch': refuses('a build asks no network'),
  'brotli/decompress.js': refuses('no font that we read is WOFF2'),
  '@noble/ciphers/aes': refuses('no PDF of ours is encrypted', 'cbc', 'ecb'),
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
/** pdfkit asks for its standard fonts by its own package's names, at run time: here they come with it. */
const standardFonts = {
  name: 'standard-fonts',
  transform: (code, id) => {
    if (!id.endsWith('/pdfkit.node.mjs')) return undefined;
    const imports = [];
    const body = code.replace(/require\$1\('(#standard-fonts\/\w+)'\)/g, (_all, name) => {
      imports.push(`import standardFont${imports.length} from '${name}';\n`);
      return `standardFont${imports.length - 1}`;
    });
    return { code: `${imports.join('')}${body}`, map: null };
  },
};
const bundle = await rolldown({
  plugins: [instead, standardFonts],
  // React has a slow mode for developers.
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  input: Object.fromEntries([...exported, ...beside]),
  platform: 'node',
  external: (id) =>
    id.startsWith('node:') ||
    kept.includes(id) ||
    (/^@octavo\/(?!schemas\/)/.test(id) && !id.startsWith(own)),
  logLevel: 'warn',
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
for (const [from, to] of files.map((word) => word.split('='))) {
  mkdirSync(dirname(join('dist', to)), { recursive: true });
  copyFileSync(join('node_modules', from), join('dist', to));
}
writeFileSync('dist/THIRD-PARTY.txt', notices(output.flatMap(({ moduleIds = [] }) => moduleIds)));

/** Name, version and licence of every library among the modules. */
function notices(modules) {
  const homes = new Set(modules.map(homeOf).filter((home) => home !== undefined));
  const parts = [...homes].map((home) => {
    const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const file = readdirSync(home).find((item) => /^licen[cs]e/i.test(item));
    const text = file ? readFileSync(join(home, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
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
