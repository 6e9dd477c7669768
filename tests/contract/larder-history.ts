import { readdir, readFile } from 'node:fs/promises';
import { type History, readHistory } from '@octavo/press/history';
import { VFile } from 'vfile';

/** The Larder in its fifth edition, with the records of all five. */
export const LARDER = 'tests/fixtures/history';

/** The records of the editions of the Larder. */
export async function larderHistory(): Promise<History> {
  const place = new URL(`../../${LARDER}/releases/`, import.meta.url);
  const files = await Promise.all(
    (await readdir(place)).map(
      async (name) =>
        new VFile({ path: `releases/${name}`, value: new Uint8Array(await readFile(new URL(name, place))) }),
    ),
  );
  return (await readHistory(files)) as History;
}
