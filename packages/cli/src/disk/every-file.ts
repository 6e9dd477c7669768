import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder with its bytes, hidden ones too, by its whole path; links are not followed. What git and
 * package managers keep is left out, and so are the folders named.
 */
export function* everyFile(
  folder: string,
  without: ReadonlySet<string> = new Set(),
): Generator<readonly [path: string, bytes: Uint8Array]> {
  let items: ReturnType<typeof listed>;
  try {
    items = listed(folder);
  } catch {
    return;
  }
  for (const item of items) {
    const path = join(folder, item.name);
    if (item.isFile()) yield [path, readFileSync(path)];
    else if (item.isDirectory() && !KEPT.has(item.name) && !without.has(path))
      yield* everyFile(path, without);
  }
}

const KEPT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function listed(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
