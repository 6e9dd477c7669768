import { type Image, type ImageFile, orientationOf } from '@octavo/core';
import type { Drawing, Picture } from '../display/display-list.ts';
import { pictureSource } from '../display/picture-source.ts';
import { scaledShape } from '../picture/scaled-shape.ts';
import { drawSvg, type SvgDrawing } from '../picture/svg.ts';
import { type RasterType, rasterFacts } from '../raster/read-raster.ts';
import type { Session } from './session.ts';

/** A picture in CSS pixels' natural size, as points, and how to draw it at another. */
export interface Sized {
  readonly width: number;
  readonly height: number;
  readonly draw: (width: number, content: number) => Drawing | Picture;
}

/** A picture of shapes. */
export interface SizedDrawing extends Sized {
  readonly draw: (width: number, content: number) => Drawing;
}

const POINTS_PER_PIXEL = 0.75;

/**
 * Looks up an image of the handbook; undefined, with a message, when it cannot be drawn. One of an earlier edition,
 * which `isDeleted`, may not be there anymore.
 */
export function sizedPicture(session: Session, image: Image, isDeleted = false): Sized | undefined {
  const file = session.facts.images.find((candidate) => candidate.path === image.url);
  const bytes = session.facts.pictures.get(image.url);
  const place = { line: image.position?.start.line, column: image.position?.start.column };
  const report = (rule: string, reason: string, fatal: boolean): void =>
    session.report(rule, `${image.url} ${reason}`, fatal, place);
  if (isDeleted && !file) return undefined;
  if (!file || !bytes) {
    report('image-drawn', 'was not given to the PDF compiler', true);
    return undefined;
  }
  if (file.mediaType !== 'image/svg+xml') return sizedRaster(session, file, bytes, report);
  const drawing = drawSvg(new TextDecoder().decode(bytes), session.fonts);
  if (!drawing) {
    report('image-drawn', 'is no SVG picture that can be drawn', true);
    return undefined;
  }
  for (const name of drawing.unsupported)
    report('svg-drawn-whole', `uses ${name}, which the PDF draws without`, false);
  if (drawing.pixels.length > 0)
    report('svg-drawn-whole', `uses ${drawing.pixels.join(', ')}, drawn as pixels, 384 to the inch`, false);
  for (const character of drawing.missing)
    session.report('glyph-available', `No font has “${character}” in ${image.url}`, true, place);
  return scaled(drawing, POINTS_PER_PIXEL);
}

/**
 * An image with more pixels than this, or with more than this share of what is printed, is scaled down to
 * `PRINTED` times the printed size.
 */
const MOST_TIMES = 20;
const MOST_PIXELS = 40_000_000;
/** 600 pixels an inch, of 96. */
const PRINTED = 6.25;

function sizedRaster(
  session: Session,
  file: ImageFile,
  bytes: Uint8Array,
  report: (rule: string, reason: string, fatal: boolean) => void,
): Sized | undefined {
  const facts = rasterFacts(bytes, file.mediaType as RasterType);
  if (typeof facts === 'string') {
    report('image-drawn', `cannot be drawn: ${facts}`, true);
    return undefined;
  }
  const { standard } = session.facts.settings;
  if (facts.moves) report('image-still', 'moves; the PDF shows its first picture', false);
  if (facts.cmyk && session.standard.archival)
    report(
      'image-colors',
      `is in CMYK without a profile, which ${standard} does not allow; the PDF holds it in RGB`,
      false,
    );
  const ratio = file.height / file.width;
  const orientation = orientationOf(bytes);
  return {
    width: file.width * POINTS_PER_PIXEL,
    height: file.height * POINTS_PER_PIXEL,
    draw(width, content) {
      const shown = width / POINTS_PER_PIXEL;
      const times = file.width / shown;
      const large = times > MOST_TIMES || (file.width * file.height > MOST_PIXELS && times > PRINTED);
      const stored = orientation < 5 ? shown : shown * ratio;
      if (large)
        report(
          'image-scaled',
          `has ${file.width} × ${file.height} pixels and is printed ${Math.max(1, Math.round((width / 72) * 25.4))} mm wide; the PDF holds fewer pixels`,
          false,
        );
      return {
        kind: 'picture',
        x: 0,
        y: 0,
        width,
        height: width * ratio,
        source: pictureSource(file.path, large ? Math.max(1, Math.ceil(stored * PRINTED)) : undefined),
        ...(orientation === 1 ? {} : { orientation }),
        content,
      };
    },
  };
}

/** A drawing whose user unit is `unit` points at natural size. */
export function scaled(drawing: SvgDrawing, unit: number): SizedDrawing {
  return {
    width: drawing.width * unit,
    height: drawing.height * unit,
    draw(width, content) {
      const scale = width / drawing.width;
      const shapes = drawing.shapes.map((shape) => scaledShape(shape, scale));
      return { kind: 'drawing', x: 0, y: 0, width, height: drawing.height * scale, shapes, content };
    },
  };
}
