import { hash } from 'node:crypto';
import type { Handbook } from '@octavo/core';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { expectedImages } from '../expected/expected-images.ts';
import type { FoundImage } from '../markup/images.ts';
import type { StyleSheet } from '../markup/style-sheet.ts';
import type { Case } from './findings.ts';

/** A picture of an entry, and where its file is found. */
export interface ShownImage extends FoundImage {
  readonly number: string;
  /** The document that shows it. */
  readonly shownIn: string;
  readonly bytes: () => Promise<Uint8Array | undefined>;
}

/** Each picture of an entry shows the handbook's file, byte for byte, and is given its shape. */
export async function compareImages(
  found: Case,
  { handbook, entries }: ExpectedBook,
  shown: readonly ShownImage[],
): Promise<void> {
  const expected = expectedImages(handbook);
  const hashes = new Map<string, string | undefined>();
  for (const { number } of entries) {
    const wanted = expected.filter(({ entry }) => entry === number);
    const own = shown.filter((one) => one.number === number);
    // Missing and extra pictures are reported by their alternative texts.
    for (const [at, image] of wanted.length === own.length ? own.entries() : []) {
      if (!hashes.has(image.file)) {
        const bytes = await image.bytes();
        hashes.set(image.file, bytes && hash('sha256', bytes));
      }
      const { path = '', alt = '' } = wanted[at] ?? {};
      compareImage(
        found.about({ entry: number, file: image.shownIn }),
        handbook,
        { path, alt },
        image,
        hashes.get(image.file),
      );
    }
  }
}

function compareImage(
  found: Case,
  { images }: Handbook,
  { path, alt }: { readonly path: string; readonly alt: string },
  { src, width, height }: ShownImage,
  hash: string | undefined,
): void {
  const facts = images.find((image) => image.path === path);
  if (!facts) return;
  const reason = `the picture “${alt}” should be ${path} and its file is another`;
  found.holds('images', hash === facts.sha256, path, src, reason);
  if (width === undefined || height === undefined) return;
  const [wide = width, high = height] = [facts.width, facts.height];
  const fits = [wide / high, high / wide].some((ratio) => Math.abs(width / height / ratio - 1) < 0.05);
  const size = `the picture “${alt}” is given ${width} × ${height} pixels, and has ${wide} × ${high}`;
  found.holds(
    'images',
    fits && width >= Math.min(3, wide),
    `${wide} × ${high}`,
    `${width} × ${height}`,
    size,
  );
}

/** Checks that no style sheet loads anything from elsewhere. */
export function compareSheets(found: Case, sheets: readonly StyleSheet[]): void {
  const elsewhere = sheets
    .flatMap(({ addresses }) => addresses)
    .find((one) => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(one));
  found.none('active', elsewhere, `a style sheet loads ${elsewhere}`);
}
