import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ENDING = '.schema.json';

/** The JSON Schemas of `@octavo/schemas` as they are written there, by name and in the order of names. */
export async function readSchemas(): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(createRequire(import.meta.url).resolve('@octavo/schemas/package.json'));
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name + ENDING), 'utf8')] as const),
    ),
  );
}
