import type { Book } from '../assign/book.ts';

/** Keys below the first level of handbook.yaml that name files of its folder, wherever they stand. */
const FILES = ['image', 'theme', 'fonts'];
/** Programs and inventories that lie in the folder are named below these. */
const FOLDERS = ['formats', 'inventories'];

/** What handbook.yaml can say without the files that are not among the book's, and the keys that it cannot. */
export function heldMatter({ matter = {}, assets }: Pick<Book, 'matter' | 'assets'>): {
  readonly matter: Readonly<Record<string, unknown>>;
  readonly leftOut: readonly string[];
} {
  const leftOut: string[] = [];
  const isMissing = (path: unknown) => /[./]/.test(String(path)) && !assets.has(String(path));
  const held = Object.entries(matter).map(([key, value]): [string, unknown] => {
    if (FOLDERS.includes(key) && JSON.stringify(value)?.includes('/')) leftOut.push(key);
    if (leftOut.includes(key) || typeof value !== 'object' || value === null || Array.isArray(value))
      return [key, leftOut.includes(key) ? undefined : value];
    const said = Object.entries(value);
    const lost = said.filter(([name, file]) => FILES.includes(name) && [file].flat().some(isMissing));
    leftOut.push(...lost.map(([name]) => `${key}.${name}`));
    const rest = said.filter((one) => !lost.includes(one));
    // Without its picture, a cover has nothing to say.
    return [
      key,
      rest.length > 0 && (lost.length === 0 || key !== 'cover') ? Object.fromEntries(rest) : undefined,
    ];
  });
  return { matter: Object.fromEntries(held), leftOut };
}
