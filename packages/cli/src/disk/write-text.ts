import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Writes a text file whole: it is there with all of the text, or as it was. */
export async function writeText(path: string, cwd: string, text: string): Promise<void> {
  const target = resolve(cwd, path);
  await mkdir(dirname(target), { recursive: true });
  const staged = `${target}.part`;
  await writeFile(staged, text);
  await rename(staged, target);
}
