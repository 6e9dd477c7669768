import { readFile } from 'node:fs/promises';

/** The program that packages/press/README.md shows. */
export async function libraryExample(): Promise<string> {
  const readme = new URL('../../packages/press/README.md', import.meta.url);
  const [, program] = /^```js\n([\s\S]*?)^```/m.exec(await readFile(readme, 'utf8')) ?? [];
  if (program === undefined) throw new Error('the README shows no program');
  return program;
}
