import { EPub, type Options } from 'epub-gen-memory';
import type { Resource } from '../book/book-document.ts';
import type { Deflater } from './deflate-entries.ts';
import { DEFLATE, settleArchive, storeCompressed } from './settle-archive.ts';
import type { TEMPLATES } from './templates.ts';

/** A content document ready to print: `data` is what the chapter template is given. */
interface BookChapter {
  readonly file: string;
  readonly title: string;
  readonly data: object;
}

/** What a container is made of. */
export interface BookParts {
  readonly title: string;
  readonly language: string;
  readonly identifier: string;
  readonly instant: Date;
  readonly css: string;
  readonly cover: { readonly bytes: Uint8Array; readonly extension: string };
  readonly chapters: readonly BookChapter[];
  readonly resources: readonly Resource[];
  /** What the package and navigation templates are given. */
  readonly data: object;
  readonly templates: typeof TEMPLATES;
}

/**
 * Returns the bytes of the EPUB, which are the same for the same parts whatever the clock, the time zone
 * and the cache, and the faults of files that are not well-formed XML, by name.
 *
 * @param deflate compresses the files of the archive, and finds those faults: `deflateEntries`
 */
export async function packBook(
  parts: BookParts,
  deflate: (archive: Deflater) => Promise<ReadonlyMap<string, string>>,
): Promise<{ bytes: Uint8Array; faults: ReadonlyMap<string, string> }> {
  return new Book(parts).pack(deflate);
}

/**
 * epub-gen-memory as template runner and zip container. Its sanitizer never sees the text (`content` is
 * empty, and the chapter template prints `octavo.xhtml`), its fetcher has nothing to fetch, and its clock and
 * random UUID are overruled. Our data is under one key, because EJS takes options such as `delimiter` from
 * the data.
 */
class Book extends EPub {
  readonly #parts: BookParts;

  constructor(parts: BookParts) {
    const { title, language, instant, css, cover, data, templates } = parts;
    const options: Options & { readonly octavo: object } = {
      ...templates,
      title,
      description: title,
      lang: language,
      date: instant.toISOString(),
      css,
      cover: new File([new Uint8Array(cover.bytes)], `cover.${cover.extension}`),
      version: 3,
      verbose: false,
      octavo: data,
    };
    super(
      options,
      parts.chapters.map((chapter) => ({
        title: chapter.title,
        content: '',
        filename: chapter.file,
        octavo: chapter.data,
      })),
    );
    this.uuid = parts.identifier;
    this.#parts = parts;
  }

  async pack(deflate: Parameters<typeof packBook>[1]): ReturnType<typeof packBook> {
    await this.render();
    for (const { path, bytes } of this.#parts.resources) this.zip.file(`OEBPS/${path}`, bytes);
    const archive = this.zip as unknown as Deflater;
    storeCompressed(archive);
    const faults = await deflate(archive);
    settleArchive(archive, this.#parts.instant);
    return { bytes: await this.generateAsync({ ...DEFLATE, mimeType: 'application/epub+zip' }), faults };
  }
}
