import type { VFile } from 'vfile';
import type { BodyContext } from '../body-context.ts';

/** The name of a note of a file, with a number where another file's note has that name. */
export function freeName(name: string, file: VFile, taken: BodyContext['footnotes']): string {
  for (let count = 1; ; count++) {
    const own = count === 1 ? name : `${name}-${count}`;
    const holder = taken.get(own);
    if (!holder || holder.context.file === file) return own;
  }
}
