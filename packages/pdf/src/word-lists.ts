// This file lies directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { remembered } from './remembered.ts';

/** The words of these scripts stand without spaces between them. A list of them comes with this package. */
export type UnspacedScript = 'Thai' | 'Lao' | 'Khmer' | 'Myanmar';

/** Returns the words of a script, from ICU's dictionary of it (`scripts/break-dictionaries.mjs`). */
export const wordList: (script: UnspacedScript) => ReadonlySet<string> = remembered((script) => {
  const packed = readFileSync(new URL(`../static/words/${script}.txt.br`, import.meta.url));
  return new Set(brotliDecompressSync(packed).toString('utf8').split('\n'));
});
