import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { editedBook } from './edited-book.ts';
import { runOctavo } from './run-octavo.ts';

/**
 * Edits a book at random and after each edit builds it twice, by what earlier builds left and from
 * nothing: the trees must be the same, byte for byte, and so must what is said. Returns how many of
 * the books could be built.
 */
export async function compareBuilds(
  place: string,
  {
    seed,
    edits,
    to,
  }: { readonly seed: number; readonly edits: number; readonly to: (edit: number) => string },
): Promise<number> {
  const book = editedBook(seed);
  const folder = join(place, 'book');
  const build = (formats: string, out: string, ...more: string[]) =>
    runOctavo(
      ['build', folder, '--to', formats, '--out', join(place, out), '--reporter', 'json', ...more],
      place,
    );
  let built = 0;
  const story: string[] = [];
  for (let at = 0; at <= edits; at++) {
    if (at > 0) story.push(book.edit());
    await book.write(folder);
    const kept = await build(to(at), 'kept');
    const clean = await build(to(at), 'clean', '--no-cache');
    const told = `seed ${seed}, edit ${at}: ${story.at(-1)}`;
    expect(kept.code, told).toBe(clean.code);
    expect(kept.stdout, told).toBe(clean.stdout);
    if (clean.code !== 0) continue;
    built++;
    expect(await sumsOf(join(place, 'kept')), told).toEqual(await sumsOf(join(place, 'clean')));
  }
  return built;
}

/** The SHA-256 of every file, by path. */
export async function sumsOf(folder: string): Promise<Record<string, string>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const sums = await Promise.all(
    files.sort().map(async (file) => {
      const sum = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return [file.slice(folder.length), sum] as const;
    }),
  );
  return Object.fromEntries(sums);
}
