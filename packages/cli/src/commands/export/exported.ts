import { schemaTools } from '@octavo/core';
import { read } from '@octavo/core/read';
import { digestOf, readOwnDocument } from '@octavo/import';
import { csvOf } from '../../csv.ts';
import type { SoundFolder } from '../../load-sound.ts';
import { wordPictures } from './docx/pictures.ts';
import { writeDocx } from './docx/write-docx.ts';
import { factsOf, matterOf, oneDocument } from './one-document.ts';
import { tableOfEntries } from './table-of-entries.ts';
import { workbookOf } from './workbook.ts';

/** The kinds of document that a handbook is exported as, by the endings of their names. */
export const EXPORT_KINDS = ['md', 'docx', 'xlsx', 'csv'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

type Folder = Pick<SoundFolder, 'handbook' | 'files'>;
type Digests = ReadonlyMap<string, string>;

/**
 * A handbook as one document for its editors. It is written, read back as they will send it, and written
 * again with a digest of each entry, by which a later `octavo import --update` knows what they have changed.
 * `home` leads from the document to the handbook's folder.
 */
export async function exported(kind: ExportKind, folder: Folder, home: string): Promise<Uint8Array> {
  const bytes = await writeDocument(kind, folder, home);
  const own = await readOwnDocument({ path: `export.${kind}`, bytes });
  return writeDocument(kind, folder, home, new Map(own?.texts.map((text) => [text.number, digestOf(text)])));
}

/** The document, with the digests of entries by their numbers. */
export async function writeDocument(
  kind: ExportKind,
  folder: Folder,
  home: string,
  digests: Digests = new Map(),
): Promise<Uint8Array> {
  const { handbook, files } = folder;
  const sources = read(files, { tools: await schemaTools(files) });
  const encode = (text: string) => new TextEncoder().encode(text);
  switch (kind) {
    case 'md':
      return encode(oneDocument(handbook, sources, home, digests));
    case 'csv':
      return encode(csvOf(tableOfEntries(handbook, sources, digests)));
    case 'xlsx':
      return workbookOf(tableOfEntries(handbook, sources, digests), handbook.edition.date);
    case 'docx': {
      const written = [...sources.entries, ...sources.pages.values()];
      const facts = new Map(written.map((source) => [source.file.path, factsOf(source)]));
      const pictures = await wordPictures(handbook, files);
      return writeDocx(handbook, pictures, digests, matterOf(sources), (path) => facts.get(path) ?? {});
    }
  }
}
