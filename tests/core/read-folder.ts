import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { VFile } from 'vfile';

/** Every file under a folder, paths relative to it with forward slashes. */
export function readFolder(root: string): VFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => {
      const full = join(item.parentPath, item.name);
      return new VFile({
        path: relative(root, full).split(sep).join('/'),
        value: new Uint8Array(readFileSync(full)),
      });
    });
}
