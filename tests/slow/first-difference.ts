import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Hash by path, of a SHA256SUMS. */
async function sums(folder: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Which files of two releases differ, and in which bytes: empty when they are the same. */
export async function differences(one: string, other: string): Promise<readonly string[]> {
  const [a, b] = [await sums(one), await sums(other)];
  const listed = [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
  const said: string[] = [];
  for (const path of [...listed, await zipIn(one)]) {
    if (!existsSync(join(one, path)) || !existsSync(join(other, path))) said.push(`${path}: only in one`);
    else {
      const difference = inBytes(await readFile(join(one, path)), await readFile(join(other, path)));
      if (difference !== undefined) said.push(`${path}: ${difference}`);
    }
  }
  return said;
}

async function zipIn(folder: string): Promise<string> {
  const { id, edition } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    id: string;
    edition: { version: string };
  };
  return `${id}-${edition.version}.zip`;
}

/** Where two files begin to differ, with the bytes around. */
function inBytes(one: Buffer, other: Buffer): string | undefined {
  if (one.equals(other)) return undefined;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const around = (bytes: Buffer) =>
    JSON.stringify(bytes.subarray(Math.max(0, at - 20), at + 40).toString('latin1'));
  return `${one.length} and ${other.length} bytes, from byte ${at}: ${around(one)} and ${around(other)}`;
}
