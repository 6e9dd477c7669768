// This file lies directly in `src/`, as the bundle lies directly in `dist/`, so that the same addresses lead to the
// same files.
import { readFileSync } from 'node:fs';

const own = import.meta.url.endsWith('.ts') ? './index.ts' : './index.js';

/** A worker thread imports the package's own module from this address. */
export const MODULE: string = new URL(own, import.meta.url).href;

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

export const VERSION: string = (JSON.parse(manifest) as { readonly version: string }).version;
