/**
 * Bundles the package in the current folder: every source that its `exports` name (and `src/start.ts` and
 * `src/worker.ts`, where they are) with the libraries they use become a few files in `dist/`, and the
 * libraries' licences stand in `dist/THIRD-PARTY.txt`. Loading hundreds of small modules costs more than
 * compiling a hundred entries.
 * Other packages of ours stay imports. A module that looks for files beside it by `import.meta.url` must
 * lie directly in `src/`, since all code comes to lie directly in `dist/`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const { name: own, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
/** Libraries that have to stay as they are: those that look for files of their own. */
const kept = process.argv.slice(2);
const exported = Object.values(exports).flatMap((target) => target['@octavo/source'] ?? []);
const beside = ['./src/start.ts', './src/worker.ts'].filter((file) => existsSync(file));

for (const file of readdirSync('dist')) if (file.endsWith('.js')) rmSync(join('dist', file));
/** Nothing asks the network while it builds: a library that could is handed this instead. */
const noNetwork = {
  name: 'no-network',
  resolveId: (id) => (id === 'node-fetch' ? '\0no-network' : undefined),
  load: (id) =>
    id === '\0no-network'
      ? "export default function fetch() { throw new Error('a build asks no network'); }"
      : undefined,
};
const bundle = await rolldown({
  plugins: [noNetwork],
  input: Object.fromEntries([...exported, ...beside].map((file) => [basename(file, '.ts'), file])),
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
