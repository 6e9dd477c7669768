import type { Handbook } from '@octavo/core';
import type { ExpectedImage } from '../expected/expected-images.ts';
import type { FoundImage } from '../markup/images.ts';
import type { About, Findings } from './findings.ts';

/** Pictures of one place, as found, with the SHA-256 of the file that each shows. */
export type ShownImage = FoundImage & { readonly sha256: string | undefined };

/** Each picture shows the handbook's file, byte for byte, and is given its shape. */
export function compareImages(
  findings: Findings,
  about: About,
  { images }: Handbook,
  expected: readonly ExpectedImage[],
  found: readonly ShownImage[],
): void {
  // Pictures that are missing or too many are told by their alternative texts.
  if (expected.length !== found.length) return;
  for (const [at, { path, alt }] of expected.entries()) {
    const facts = images.find((image) => image.path === path);
    const is = found[at];
    if (!facts || !is) continue;
    const reason = `the picture “${alt}” should be ${path} and its file is another`;
    findings.holds('images', about, is.sha256 === facts.sha256, path, is.src, reason);
    const { width, height } = is;
    if (width === undefined || height === undefined) continue;
    const [wide = width, high = height] = [facts.width, facts.height];
    const shape = width / height;
    const fits = [wide / high, high / wide].some((ratio) => Math.abs(shape / ratio - 1) < 0.05);
    const size = `the picture “${alt}” is given ${width} × ${height} pixels, and has ${wide} × ${high}`;
    findings.holds('images', about, fits && width > 2, `${wide} × ${high}`, `${width} × ${height}`, size);
  }
}
