import { hash } from 'node:crypto';
import { bookAddress, bookPath, escapeMarkup, type Handbook, type LedgerRelease } from '@octavo/core';
import { sliceOf } from '../documents/manifest.ts';
import { noticePage } from '../ledger/notice-page.ts';
import { VERSION } from '../version.ts';

/** What stands in the place of a release that was redacted. */
export interface Notice {
  readonly handbook: Handbook;
  readonly release: Pick<LedgerRelease, 'version' | 'date' | 'hash' | 'seal'>;
  readonly title: string;
  readonly reason: string;
  readonly date: string;
  /** The feed pages that it sealed, by path from the book's folder. */
  readonly pages: ReadonlyMap<string, string>;
}

/**
 * The files that take the place of a release's folder: a page that says why, when, and under which hashes it was
 * known, its feed pages as they are sealed again, and their checksums. A PDF, an EPUB or a zip cannot lose some of its
 * words, so the whole edition goes; the next release is whole.
 */
export function noticeTree(notice: Notice): {
  readonly files: ReadonlyMap<string, string>;
  readonly sums: string;
} {
  const { handbook, release, title, pages, reason, date } = notice;
  const own = (path: string): string => bookPath(handbook, path);
  const content = new Map(
    [['index.html', pageOf(notice)] as const, ...pages].map(([path, text]) => [own(path), text] as const),
  );
  const listed = [...content].sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = listed.map(([path, text]) => `${hash('sha256', text)}  ${path}\n`).join('');
  const manifest = {
    schemaVersion: 1,
    id: handbook.id,
    iri: handbook.iri,
    title,
    language: handbook.language,
    edition: { version: release.version, date: release.date },
    ...(handbook.volume ? { volume: sliceOf(handbook.volume) } : {}),
    stage: 'release',
    // Publishing puts what is here in place of the release, as it does with the notice of a retraction.
    retracted: { date, reason, files: 'notice' },
    formats: [],
    counts: { chapters: 0, entries: 0, crossReferences: 0 },
    generator: { name: 'octavo', version: VERSION },
    files: listed.map(([path, text]) => ({
      path,
      mediaType: path.endsWith('.html') ? 'text/html' : 'application/ld+json',
      format: 'data',
      bytes: Buffer.byteLength(text),
      sha256: hash('sha256', text),
    })),
  };
  const files = new Map([
    ...listed,
    [own('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`],
    [own('SHA256SUMS'), sums],
  ]);
  return { files, sums };
}

function pageOf({ handbook, release, title, reason, date }: Notice): string {
  const address = escapeMarkup(bookAddress(handbook));
  const name = `${title}, ${release.version}`;
  return noticePage(handbook, name, name, [
    escapeMarkup(reason),
    `<time>${date}</time>`,
    `<a href="${address}">${address}</a>`,
    `<code>${release.hash}</code><br><code>${release.seal.sums}</code>`,
  ]);
}
