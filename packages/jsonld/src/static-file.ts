import { readFileSync } from 'node:fs';

/** The text of a file this package ships under `static/`; the same from `src` and from `dist`. */
export function staticFile(name: string): string {
  return readFileSync(new URL(`../static/${name}`, import.meta.url), 'utf8');
}
