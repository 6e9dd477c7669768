import type { Book } from '../assign/book.ts';

/** Keys of handbook.yaml that name files of its folder; without its picture a cover says nothing. */
const FILES = [
  ['cover', 'image'],
  ['html', 'theme'],
  ['pdf', 'fonts'],
  ['epub', 'fonts'],
] as const;

/** What handbook.yaml can say without the files that are not among the book's, and the keys that it cannot. */
export function heldMatter({ matter = {}, assets }: Pick<Book, 'matter' | 'assets'>): {
  readonly matter: Readonly<Record<string, unknown>>;
  readonly leftOut: readonly string[];
} {
  const held: Record<string, unknown> = { ...matter };
  const leftOut: string[] = [];
  for (const [key, name] of FILES) {
    const { [name]: named, ...rest } = (held[key] ?? {}) as Readonly<Record<string, unknown>>;
    if (named === undefined || [named].flat().every((path) => assets.has(String(path)))) continue;
    leftOut.push(`${key}.${name}`);
    held[key] = key === 'cover' || Object.keys(rest).length === 0 ? undefined : rest;
  }
  // Formats of others are programs, and inventories files, of the folder.
  const others = { inventories: held.inventories, formats: held.formats };
  for (const [key, value] of Object.entries(others)) {
    if (value === undefined || (key === 'formats' && !JSON.stringify(value).includes('"./'))) continue;
    leftOut.push(key);
    held[key] = undefined;
  }
  return { matter: held, leftOut };
}
