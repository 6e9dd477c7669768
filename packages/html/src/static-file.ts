import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** The bytes of one of this package's own files under `static/`. */
export function staticFile(name: string): Uint8Array {
  return readFileSync(new URL(`../static/${name}`, import.meta.url));
}

/** The bytes of a script for the browser that the build of this package bundles from `src/browser/`. */
export function bundledScript(name: string): Uint8Array {
  return readFileSync(new URL(`../dist/browser/${name}`, import.meta.url));
}

/** Core's style sheet of formulas: what MathML Core has no attribute for. */
export function mathSheet(): string {
  return readFileSync(require.resolve('@octavo/core/math.css'), 'utf8');
}

/** The file for one language from a library of Orama's, as CommonJS, without its link to a source map. */
export function languageFile(library: 'stemmers' | 'stopwords', code: string): string {
  const place = import.meta.url.endsWith('.ts')
    ? new URL(`${code}.cjs`, pathToFileURL(require.resolve(`@orama/${library}/english`)))
    : new URL(`./data/${library}/${code}.cjs`, import.meta.url);
  return readFileSync(place, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
}

/** The exports of a classic script of ours that is also a CommonJS module. */
export function staticModule(name: string): unknown {
  return require(`../static/${name}`);
}
