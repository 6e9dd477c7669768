import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Imported, type ImportOptions, importSource, type SourceFile } from '@octavo/import';

/** Imports the documents of a folder; other files are the images that they may name. */
export async function importFolder(folder: string, options: ImportOptions = {}): Promise<Imported> {
  const all = new Map<string, Uint8Array>();
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const full = join(item.parentPath, item.name);
    all.set(relative(folder, full).split(sep).join('/'), readFileSync(full));
  }
  const documents = [...all].filter(([path]) => !/\.(?:png|jpe?g|gif|svg|webp)$/.test(path));
  const files = documents.map(([path, bytes]): SourceFile => ({ path, bytes }));
  const name = files.length === 1 ? (files[0]?.path ?? '') : 'folder';
  return importSource(files, name, { ...options, asset: (path) => all.get(path) });
}
