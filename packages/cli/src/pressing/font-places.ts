import { fileURLToPath } from 'node:url';
import type { BookFormat } from '../formats.ts';

/**
 * Returns the places from which npm packages with fonts are looked up: the format's own code, and the
 * handbook.
 */
export function fontPlaces(format: Pick<BookFormat, 'home'> | undefined, root: string): readonly string[] {
  return [...(format ? [fileURLToPath(format.home())] : []), `${root}/handbook.yaml`];
}
