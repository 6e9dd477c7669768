import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file of a handbook's folder, by its path with forward slashes. */
export function readFolder(folder: string): Readonly<Record<string, Uint8Array>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !/node_modules|\.turbo|\.octavo/.test(path));
  return Object.fromEntries(
    files.map((path) => [relative(folder, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]),
  );
}
