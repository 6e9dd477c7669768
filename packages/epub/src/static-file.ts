import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The text of a file of this package's `static/` folder. */
export function staticFile(name: string): string {
  return readFileSync(new URL(`../static/${name}`, import.meta.url), 'utf8');
}

/** Core's style sheet of formulas: what MathML Core has no attribute for. */
export function mathSheet(): string {
  return readFileSync(require.resolve('@octavo/core/math.css'), 'utf8');
}
