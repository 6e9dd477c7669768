import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';

/** The bytes of one of this package's own files under `static/`. */
export function readStatic(name: string): Uint8Array {
  return readFileSync(join(PACKAGE_ROOT, 'static', name));
}
