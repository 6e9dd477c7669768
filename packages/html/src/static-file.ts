import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** The bytes of one of this package's own files under `static/`. */
export function staticFile(name: string): Uint8Array {
  return readFileSync(new URL(`../static/${name}`, import.meta.url));
}

/** What a classic script of ours that is CommonJS too exports. */
export function staticModule(name: string): unknown {
  return require(`../static/${name}`);
}

/** MiniSearch's own browser build, without its pointer to a source map that is not shipped. */
export function miniSearchScript(): Uint8Array {
  const place = import.meta.url.endsWith('.ts')
    ? new URL('../umd/index.js', pathToFileURL(require.resolve('minisearch')))
    : new URL('./data/minisearch.js', import.meta.url);
  const text = readFileSync(place, 'utf8');
  return new TextEncoder().encode(text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}
