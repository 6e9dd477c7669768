import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder, by path from it with forward slashes, sorted; links are not followed. It goes from
 * folder to folder itself: in a package that is a zip (Yarn Plug'n'Play) Node's own listing does not say which
 * folder a file is in.
 */
export function filesUnder(folder: string): readonly string[] {
  return filesIn(folder, '').sort();
}

function filesIn(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = `${prefix}${item.name}`;
    if (item.isDirectory()) return filesIn(join(folder, item.name), `${path}/`);
    return item.isFile() ? [path] : [];
  });
}
