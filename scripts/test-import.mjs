/**
 * Holds the import of every document of a folder against the strict rule: `pnpm test:import <folder>`
 * (entries, words, links, markup left over, numbers); with `--build` also the exit code of a build of all
 * formats. Prints a table, and ends with 1 when a document is neither signed off nor refused as the
 * `unsigned.txt` beside it says. `pnpm test:import --speed [format]` prints instead how much CPU time each reader takes
 * for a megabyte of a long book.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const tests = fileURLToPath(new URL('../tests/', import.meta.url));
const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Give a folder: pnpm test:import <folder> [--build], or --speed [format]');
  process.exit(2);
}
const speed = folder === '--speed';
const bundle = await rolldown({
  input: `${tests}import/${speed ? 'reader-speed' : 'check-documents'}.ts`,
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  logLevel: 'silent',
});
const file = `${tests}node_modules/.cache/${speed ? 'reader-speed' : 'check-documents'}.mjs`;
mkdirSync(`${tests}node_modules/.cache`, { recursive: true });
await bundle.write({ file, format: 'esm', codeSplitting: false });
await bundle.close();
const { checkDocuments, readerSpeeds, tableOf } = await import(pathToFileURL(file).href);
if (speed) await readerSpeeds(console.log, flags.join(' '));
else {
  const checked = await checkDocuments(resolve(folder), flags.includes('--build'));
  console.log(tableOf(checked));
  process.exitCode = checked.every(({ faults, expected }) => faults.length === 0 || expected) ? 0 : 1;
}
