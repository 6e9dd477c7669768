/** How every entry is deflated. */
export const DEFLATE = {
  type: 'uint8array',
  compression: 'DEFLATE',
  compressionOptions: { level: 6 },
  platform: 'DOS',
} as const;

/** The part of JSZip that is settled: its entries by name, in the order in which they are written. */
export interface Archive {
  readonly files: Record<
    string,
    { readonly dir: boolean; date: Date; options: { compression: string | null } }
  >;
}

const FIRST: readonly string[] = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'];

/** Stores entries that deflating would not make smaller. */
export function storeCompressed(archive: Archive): void {
  for (const [name, entry] of Object.entries(archive.files)) {
    if (COMPRESSED.test(name)) entry.options.compression = 'STORE';
  }
}

const COMPRESSED = /\.(png|jpe?g|gif|webp|woff2?)$/;

/**
 * Puts a zip into a state that depends only on its content: no entries for directories, `mimetype` first (OCF
 * 3.3, 4.2.6.2), the rest ordered by name, and every date that of the edition.
 */
export function settleArchive(archive: Archive, instant: Date): void {
  const entries = Object.entries(archive.files).filter(([, entry]) => !entry.dir);
  for (const name of Object.keys(archive.files)) delete archive.files[name];
  for (const [name, entry] of entries.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    entry.date = instant;
    archive.files[name] = entry;
  }
}

function rank(name: string): number {
  const position = FIRST.indexOf(name);
  return position < 0 ? FIRST.length : position;
}
