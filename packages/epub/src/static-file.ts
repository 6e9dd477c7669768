import { readFileSync } from 'node:fs';

/** The text of a file of this package's `static/` folder. */
export function staticFile(name: string): string {
  return readFileSync(new URL(`../static/${name}`, import.meta.url), 'utf8');
}
