import type { Image, InlineMath } from '@octavo/core';
import type { Drawing, Picture } from '../display/display-list.ts';
import { setFormula } from '../picture/formula.ts';
import { rasterFault } from '../picture/raster-fault.ts';
import { scaledShape } from '../picture/scaled-shape.ts';
import { drawSvg, type SvgDrawing } from '../picture/svg.ts';
import type { Inset } from '../text/text-run.ts';
import type { InlineContext } from './inline-set.ts';
import type { Session } from './session.ts';

/** A picture in CSS pixels' natural size, as points, and how to draw it at another. */
export interface Sized {
  readonly width: number;
  readonly height: number;
  readonly draw: (width: number, content: number) => Drawing | Picture;
}

const POINTS_PER_PIXEL = 0.75;

/** MathJax's letters are a little smaller than Source Serif's. */
export const FORMULA_SCALE = 1.06;

/** Looks up an image of the handbook; undefined, with a message, when it cannot be drawn. */
export function sizedPicture(session: Session, image: Image): Sized | undefined {
  const file = session.facts.images.find((candidate) => candidate.path === image.url);
  const bytes = session.facts.pictures.get(image.url);
  const place = { line: image.position?.start.line, column: image.position?.start.column };
  if (!file || !bytes) {
    session.report('image-drawn', `The image ${image.url} was not given to the PDF compiler`, true, place);
    return undefined;
  }
  if (file.mediaType === 'image/svg+xml') {
    const drawing = drawSvg(new TextDecoder().decode(bytes), session.fonts);
    if (!drawing) {
      session.report('image-drawn', `${image.url} is no SVG picture that can be drawn`, true, place);
      return undefined;
    }
    for (const name of drawing.unsupported)
      session.report(
        'svg-drawn-whole',
        `${image.url} uses ${name}, which the PDF draws without`,
        false,
        place,
      );
    for (const character of drawing.missing)
      session.report('glyph-available', `No font has “${character}” in ${image.url}`, true, place);
    return scaled(drawing, POINTS_PER_PIXEL);
  }
  if (file.mediaType !== 'image/png' && file.mediaType !== 'image/jpeg') {
    session.report(
      'image-drawn',
      `A PDF holds PNG, JPEG and SVG images; ${image.url} is ${file.mediaType}, and its alternative text is printed instead`,
      false,
      place,
    );
    return undefined;
  }
  const fault = rasterFault(bytes);
  if (fault) {
    session.report('image-drawn', `${image.url} cannot be drawn: ${fault}`, true, place);
    return undefined;
  }
  const ratio = file.height / file.width;
  return {
    width: file.width * POINTS_PER_PIXEL,
    height: file.height * POINTS_PER_PIXEL,
    draw: (width, content) => ({
      kind: 'picture',
      x: 0,
      y: 0,
      width,
      height: width * ratio,
      source: image.url,
      content,
    }),
  };
}

/** A drawing whose user unit is `unit` points at natural size. */
export function scaled(drawing: SvgDrawing, unit: number): Sized {
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

type MakeInset = (content: number) => Inset;

/** A picture in running text: no taller than the line. */
export function insetPicture(session: Session, image: Image, size: number): MakeInset | undefined {
  const picture = sizedPicture(session, image);
  if (!picture) return undefined;
  const height = Math.min(picture.height, size * 1.15);
  const width = (picture.width * height) / picture.height;
  return (content) => ({ width, height, depth: size * 0.18, item: picture.draw(width, content) });
}

/** A formula in running text, no wider than its column; undefined, with a message, when it cannot be set. */
export function insetFormula(
  session: Session,
  { value, position }: InlineMath,
  { style, width: column = session.geometry.measure }: Pick<InlineContext, 'style' | 'width'>,
): MakeInset | undefined {
  const { line, column: at } = position?.start ?? {};
  const em = style.size * FORMULA_SCALE;
  const own = { display: false, color: style.color, width: column / em };
  const formula = setFormula(value, session.fonts, own);
  if (typeof formula === 'string') {
    session.report(
      'formula-set',
      `The formula ${value} cannot be set (${formula}); its TeX is printed instead`,
      false,
      { line, column: at },
    );
    return undefined;
  }
  const natural = formula.width * em;
  const shrink = Math.min(1, column / natural);
  if (shrink < 1)
    session.report(
      'formula-set',
      `The formula is ${Math.ceil((natural / column) * 100)} % of the column's width and is printed smaller; write it on lines of its own between "$$", where it can be broken with "\\begin{aligned}"`,
      false,
      { line, column: at },
    );
  const sized = scaled(formula.drawing, em / 1000);
  return (content) => ({
    width: natural * shrink,
    height: formula.height * em * shrink,
    depth: formula.depth * em * shrink,
    item: sized.draw(sized.width * shrink, content),
  });
}
