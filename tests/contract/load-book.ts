import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Handbook, loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';

export interface Book {
  readonly handbook: Handbook;
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** Loads a handbook of the repository, deep-frozen: a compiler that changes it throws. */
export async function loadBook(folder: string): Promise<Book> {
  const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  const items = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1))
    .filter((path) => !path.includes('node_modules') && !path.startsWith('.'));
  const files = await Promise.all(
    paths.map(
      async (path) =>
        new VFile({
          path: path.split(sep).join('/'),
          value: new Uint8Array(await readFile(join(root, path))),
        }),
    ),
  );
  const { handbook } = loadHandbook(files, { tools: await schemaTools(files) });
  if (!handbook)
    throw new Error(`${folder} has errors: ${files.flatMap((file) => file.messages.map(String)).join('\n')}`);
  const assets = files
    .filter((file) => !/\.(md|ya?ml|json)$/.test(file.path))
    .map((file) => [file.path, file.value as Uint8Array] as const);
  return { handbook: deepFreeze(handbook), assets: new Map(assets) };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
