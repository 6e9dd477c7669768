import type { Handbook } from '@octavo/core';
import type { About, Findings } from '../compare/findings.ts';
import { type ExpectedImage, expectedImages } from '../expected/expected-images.ts';
import { texLetters } from '../expected/tex-letters.ts';
import { orientationOf, scanOf } from '../pictures/jpeg.ts';
import { looksLike } from '../pictures/pixels.ts';
import { pngPixels } from '../pictures/png.ts';
import type { Box } from './geometry.ts';
import type { PagePicture } from './page-content.ts';
import { around } from './painting.ts';
import type { PdfDocument, PdfPage } from './pdf-document.ts';
import { type PdfPicture, pdfPicture } from './pdf-picture.ts';
import { type Stretch, stretchesIn, structElements } from './pdf-structure.ts';

export interface DrawingsRequest {
  readonly pdf: PdfDocument;
  readonly handbook: Handbook;
  readonly file: string;
  /** The entry that a stretch is in. */
  readonly owner: (stretch: Stretch) => string | undefined;
  /** The bytes of a picture of the handbook, where the tree has them elsewhere. */
  readonly asset: (path: string) => Promise<Uint8Array | undefined>;
}

/** What is drawn is what is said: each formula by as much ink as its TeX has letters, each picture as the handbook's file. */
export async function compareDrawings(findings: Findings, request: DrawingsRequest): Promise<void> {
  const { pdf, handbook, file, owner } = request;
  for (const formula of structElements(pdf.structure, /^Formula$/)) {
    const stretches = stretchesIn(formula);
    const marks = stretches.reduce((sum, one) => sum + (one.painting?.marks ?? 0), 0);
    const wanted = Math.max(1, Math.ceil(texLetters(formula.alt ?? '').length * 0.6));
    const [first] = stretches;
    const about = aboutOf(first && owner(first), file);
    const reason = `the formula “${formula.alt ?? ''}” is drawn with ${marks} marks`;
    findings.holds('formulas', about, marks >= wanted, `${wanted} or more`, `${marks}`, reason);
    const paintings = stretches.flatMap(({ painting }) => (painting?.unseen ? [painting.unseen] : []));
    const unseen = `the letters of the formula “${formula.alt ?? ''}” ${paintings[0]}`;
    findings.holds('formulas', about, paintings.length === 0, '', '', unseen);
  }
  const figures = [...structElements(pdf.structure, /^Figure$/)].filter((one) => stretchesIn(one).length > 0);
  const cover = handbook.cover && figures.length > 0 && stretchesIn(figures[0] as never)[0]?.page === 0;
  const wanted = expectedImages(handbook);
  const all = cover && handbook.cover ? [coverOf(handbook.cover), ...wanted] : wanted;
  // Where pictures are missing or too many, the alternative texts say so, entry by entry.
  if (all.length !== figures.length || all.some(({ alt }, at) => alt !== figures[at]?.alt)) return;
  const read = new Map<number, PdfPicture>();
  for (const [at, image] of all.entries()) {
    const stretches = stretchesIn(figures[at] as never);
    const wrong = await fault(image, stretches, request, read);
    const about = aboutOf(image.entry, file);
    const reason = `the picture “${image.alt}” (${image.path}) ${wrong}`;
    findings.holds('images', about, wrong === undefined, image.path, '', reason);
  }
}

function coverOf({ image, alternative }: { image: string; alternative?: string }): ExpectedImage {
  return { path: image, alt: alternative ?? '', entry: undefined, figure: false };
}

function aboutOf(entry: string | undefined, file: string): About {
  return entry === undefined ? { part: 'pictures', file } : { entry, file };
}

async function fault(
  image: ExpectedImage,
  stretches: readonly Stretch[],
  { pdf, handbook, asset }: DrawingsRequest,
  read: Map<number, PdfPicture>,
): Promise<string | undefined> {
  const facts = handbook.images.find(({ path }) => path === image.path);
  const page = pdf.pages[stretches[0]?.page ?? -1];
  const box = stretches.reduce<Box | undefined>(
    (all, { painting }) => (all && painting?.box ? around(all, painting.box) : (all ?? painting?.box)),
    undefined,
  );
  const marks = stretches.reduce((sum, one) => sum + (one.painting?.marks ?? 0), 0);
  if (!page || !box || marks === 0) return 'is not drawn';
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (width + height < 6) return `is ${width.toFixed(0)} × ${height.toFixed(0)} pt large`;
  const ids = new Set(stretches.map(({ id }) => id));
  const pictures = page.pictures.filter(({ id }) => id !== undefined && ids.has(id));
  if (!facts) return undefined;
  if (image.figure && (pictures.length > 0 || facts.mediaType !== 'image/svg+xml')) {
    const small = tooSmall(facts, width, page);
    if (small) return small;
  }
  const [only] = pictures;
  if (facts.mediaType === 'image/svg+xml' || !only || pictures.length > 1) return undefined;
  const drawn = read.get(only.ref) ?? pdfPicture(pdf.objects, only.ref);
  read.set(only.ref, drawn);
  return drawn.clear || only.alpha < 0.3
    ? 'is transparent'
    : misdrawn(facts, only, drawn, await asset(image.path));
}

interface Facts {
  readonly width?: number;
  readonly height?: number;
}

/** A picture with a caption is as large as its pixels (96 an inch) or as the page lets it be. */
function tooSmall({ width = 0, height = 0 }: Facts, is: number, { view }: PdfPage): string | undefined {
  const natural = [width * 0.75, height * 0.75] as const;
  const [wide, high] = [(view[2] - view[0]) * 0.4, (view[3] - view[1]) * 0.35];
  const wanted = natural[0] * Math.min(1, wide / natural[0], high / natural[1]);
  return is < wanted * 0.5
    ? `is ${is.toFixed(0)} pt wide, and should be about ${wanted.toFixed(0)}`
    : undefined;
}

/** How a picture of each orientation of Exif (TIFF 6.0, Orientation) must be turned: the signs of its matrix. */
const TURNS: readonly string[] = ['', '+00+', '-00+', '-00-', '+00-', '0--0', '0-+0', '0++0', '0+-0'];

function misdrawn(
  { width = 0, height = 0 }: Facts,
  { matrix }: PagePicture,
  drawn: PdfPicture,
  asset: Uint8Array | undefined,
): string | undefined {
  const largest = Math.max(...matrix.slice(0, 4).map(Math.abs));
  const signs = matrix
    .slice(0, 4)
    .map((part) => (Math.abs(part) < largest * 0.01 ? '0' : part > 0 ? '+' : '-'))
    .join('');
  const turn = drawn.jpeg ? orientationOf(drawn.jpeg) : 1;
  if (signs !== TURNS[1] && signs !== TURNS[turn]) return 'is mirrored or turned';
  const [across, up] = [Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])];
  const stretched = (across * drawn.height) / (up * drawn.width);
  if (Math.abs(stretched - 1) > 0.05) return 'is stretched';
  const sides = [drawn.width / drawn.height, drawn.height / drawn.width];
  if (width > 0 && !sides.some((side) => Math.abs((side * height) / width - 1) < 0.05))
    return `has ${drawn.width} × ${drawn.height} pixels instead of ${width} × ${height}`;
  if (!asset) return undefined;
  const other = 'is another picture than the handbook’s';
  const scan = scanOf(asset);
  if (scan && drawn.jpeg) return scan.equals(scanOf(drawn.jpeg) ?? Buffer.alloc(0)) ? undefined : other;
  const pixels = pngPixels(asset);
  return pixels && drawn.pixels && !looksLike(pixels, drawn.pixels) ? other : undefined;
}
