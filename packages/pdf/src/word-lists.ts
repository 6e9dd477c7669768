// Directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Scripts whose words stand without spaces between them, for which a word list comes with this package. */
export type UnspacedScript = 'Thai' | 'Lao' | 'Khmer' | 'Myanmar';

const lists = new Map<UnspacedScript, ReadonlySet<string>>();

/** The words of a script, from ICU's dictionary of it (`scripts/break-dictionaries.mjs`). */
export function wordList(script: UnspacedScript): ReadonlySet<string> {
  const known = lists.get(script);
  if (known) return known;
  const packed = readFileSync(new URL(`../static/words/${script}.txt.br`, import.meta.url));
  const words = new Set(brotliDecompressSync(packed).toString('utf8').split('\n'));
  lists.set(script, words);
  return words;
}
