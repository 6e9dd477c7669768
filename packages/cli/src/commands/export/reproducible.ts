import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** ZIP has no earlier date. */
const NO_DATE = Date.UTC(1980, 0, 1, 12);

/** A Word document or a workbook without the moment and the random names that the library put into it: dated like its edition. */
export function reproducible(bytes: Uint8Array, date: string): Uint8Array {
  const names = new Map<string, string>();
  const named = (name: string) => {
    const known = names.get(name) ?? `rLink${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0] ?? '1980-01-01';
  const files: Zippable = {};
  for (const [path, part] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1)))
    files[path] = /\.(?:xml|rels)$/.test(path)
      ? strToU8(
          new TextDecoder()
            .decode(part)
            .replace(/"rId([\w-]*[A-Za-z_-][\w-]*)"/g, (_, name: string) => `"${named(name)}"`)
            .replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
        )
      : part;
  return zipSync(files, { mtime: NO_DATE });
}
