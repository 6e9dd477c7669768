export { type FitBox, type FittedLines, fitLines } from './draw/fit-lines.ts';
export { canDraw, fontsFor, type Letters, lettersOf } from './draw/letters.ts';
export { encodePng, encodeShades } from './draw/png.ts';
export { scriptFaces } from './draw/script-faces.ts';
export { COVER_ACCENT, COVER_GROUND, type Face, leadingOf, textElement } from './draw/text-element.ts';
export { toPixels } from './draw/to-pixels.ts';
