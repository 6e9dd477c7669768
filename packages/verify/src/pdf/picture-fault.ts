import type { Handbook } from '@octavo/core';
import type { ExpectedImage } from '../expected/expected-images.ts';
import { decoded, MOST_PIXELS } from '../pictures/decode.ts';
import { orientationOf, scanOf } from '../pictures/jpeg.ts';
import { type Looks, looksLike, looksOf } from '../pictures/looks.ts';
import type { Box, Matrix } from './geometry.ts';
import type { PagePicture } from './page-pictures.ts';
import { around } from './painting.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfReading } from './pdf-reading.ts';
import { type StructElement, stretchesIn } from './pdf-structure.ts';
import { nameOf } from './pdf-syntax.ts';

type ImageFacts = Handbook['images'][number];

/** Says what is wrong with how a picture is drawn, in the words that follow its name. */
export async function pictureFault(
  image: ExpectedImage,
  figure: StructElement,
  { pdf, book: { handbook }, asset }: PdfReading,
): Promise<string | undefined> {
  const facts = handbook.images.find(({ path }) => path === image.path);
  const { width: wide = 0, height: high = 0 } = facts ?? {};
  // A picture that is not decoded is missing from the list of what is painted.
  if (wide * high > MOST_PIXELS) return undefined;
  const stretches = stretchesIn(figure);
  const page = pdf.pages[stretches[0]?.page ?? -1];
  const boxes = stretches.flatMap(({ painting }) => (painting?.box ? [painting.box] : []));
  if (!page || boxes.length === 0 || stretches.every(({ painting }) => !painting?.marks))
    return 'is not drawn';
  const painted = boxes.reduce(around);
  const [width, height] = sidesOf(painted);
  const least = facts ? Math.min(6, 0.7 * (wide + high)) : 6;
  if (width + height < least) return `is ${width.toFixed(0)} × ${height.toFixed(0)} pt large`;
  if (!facts) return undefined;
  const ids = new Set(stretches.map(({ id }) => id));
  const pictures = page.pictures.filter(({ id }) => id !== undefined && ids.has(id));
  const isDrawing = facts.mediaType === 'image/svg+xml';
  const small = image.figure && (pictures.length > 0 || !isDrawing) && tooSmall(facts, width, page.view);
  if (small) return small;
  if (isDrawing && pictures.length === 0) return misfitting(facts, painted, figure.bbox);
  const [only] = pictures;
  if (isDrawing || !only || pictures.length > 1) return undefined;
  const { looks } = only;
  if (looks?.clear || only.alpha < 0.3) return 'is transparent';
  const bytes = await asset(image.path);
  const wrong = misplaced(
    facts,
    only.matrix,
    looks,
    orientationOf(bytes ?? jpegOf(pdf, only) ?? new Uint8Array()),
  );
  return (
    wrong ??
    (bytes && isOther(facts, bytes, only, pdf) ? 'is another picture than the handbook’s' : undefined)
  );
}

/**
 * Says what is wrong with the box of a drawing: it must have the file's shape, and nothing may be painted
 * beside it.
 */
function misfitting(
  { width = 0, height = 0 }: ImageFacts,
  painted: Box,
  room: Box | undefined,
): string | undefined {
  if (!room) return undefined;
  const [wide, high] = sidesOf(room);
  if (width * height > 0 && Math.abs((wide * height) / (high * width) - 1) > 0.05)
    return `is given ${wide.toFixed(0)} × ${high.toFixed(0)} pt, and has ${width} × ${height} pixels`;
  const [left, bottom, right, top] = painted;
  const inside = left > room[0] - 2 && right < room[2] + 2 && bottom > room[1] - 2 && top < room[3] + 2;
  return inside ? undefined : 'is drawn beside its place';
}

function sidesOf([left, bottom, right, top]: Box): readonly [width: number, height: number] {
  return [right - left, top - bottom];
}

/** A picture with a caption is as large as its pixels (96 per inch), or as large as the page permits. */
function tooSmall({ width = 0, height = 0 }: ImageFacts, is: number, view: Box): string | undefined {
  const natural = [width * 0.75, height * 0.75] as const;
  const [wide, high] = [(view[2] - view[0]) * 0.4, (view[3] - view[1]) * 0.35];
  const wanted = natural[0] * Math.min(1, wide / natural[0], high / natural[1]);
  return is < wanted * 0.5
    ? `is ${is.toFixed(0)} pt wide, and should be about ${wanted.toFixed(0)}`
    : undefined;
}

/** How a picture of each orientation of Exif (TIFF 6.0, Orientation) must be turned: the signs of its matrix. */
const TURNS: readonly string[] = ['', '+00+', '-00+', '-00-', '+00-', '0--0', '0-+0', '0++0', '0+-0'];

/** What is wrong with where a picture stands and how it is turned. */
function misplaced(
  { width = 0, height = 0 }: ImageFacts,
  matrix: Matrix,
  looks: Looks | undefined,
  turn: number,
): string | undefined {
  const [a, b, c, d] = matrix;
  const largest = Math.max(...[a, b, c, d].map(Math.abs));
  const sign = (part: number): string => (Math.abs(part) < largest * 0.01 ? '0' : part > 0 ? '+' : '-');
  const signs = [a, b, c, d].map(sign).join('');
  if (signs !== TURNS[1] && signs !== TURNS[turn]) return 'is mirrored or turned';
  if (!looks) return undefined;
  const stretched = (Math.hypot(a, b) * looks.height) / (Math.hypot(c, d) * looks.width);
  if (Math.abs(stretched - 1) > 0.05) return 'is stretched';
  const sides = [looks.width / looks.height, looks.height / looks.width];
  return width > 0 && !sides.some((side) => Math.abs((side * height) / width - 1) < 0.05)
    ? `has ${looks.width} × ${looks.height} pixels instead of ${width} × ${height}`
    : undefined;
}

/**
 * Says whether a picture on a page differs from a file: by the encoded data of a JPEG that is embedded
 * unchanged, otherwise by its pixels.
 */
function isOther(facts: ImageFacts, bytes: Uint8Array, picture: PagePicture, pdf: PdfDocument): boolean {
  const scan = scanOf(bytes);
  const kept = jpegOf(pdf, picture);
  if (scan && kept) return !scan.equals(scanOf(kept) ?? Buffer.alloc(0));
  const pixels = decoded(bytes, facts.mediaType);
  return pixels !== undefined && picture.looks !== undefined && !looksLike(looksOf(pixels), picture.looks);
}

/** The JPEG that a picture of a page is, if it is one. */
function jpegOf({ objects }: PdfDocument, { ref }: PagePicture): Uint8Array | undefined {
  const filter = objects.list(objects.dictionary({ ref })?.get('Filter'))[0];
  return nameOf(filter) === 'DCTDecode' ? Buffer.from(objects.bytes({ ref }), 'latin1') : undefined;
}
