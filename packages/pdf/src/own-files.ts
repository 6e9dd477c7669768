// Directly in `src/`, as the bundle lies directly in `dist/`: the same addresses lead to the same files.
import { readFileSync } from 'node:fs';

const own = import.meta.url.endsWith('.ts') ? './index.ts' : './index.js';

/** The address of the package's own module, for a worker thread to import. */
export const MODULE: string = new URL(own, import.meta.url).href;

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

/** The package's version. */
export const VERSION: string = (JSON.parse(manifest) as { readonly version: string }).version;
