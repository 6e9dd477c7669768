import type { Handbook } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import { type ExpectedImage, expectedImages } from '../expected/expected-images.ts';
import { texLetters } from '../expected/tex-letters.ts';
import { formulaFault } from '../markup/formulas.ts';
import { isOf20 } from './compare-landings.ts';
import type { PdfReading } from './pdf-reading.ts';
import { type Stretch, type StructElement, stretchesIn, structElements } from './pdf-structure.ts';
import { pictureFault } from './picture-fault.ts';

/**
 * Checks that what is drawn is what is said: each formula has as much ink as its TeX has letters, and each
 * picture is the handbook's file.
 */
export async function compareDrawings(reading: PdfReading): Promise<void> {
  const { findings, pdf, file, owner, book } = reading;
  const about = (entry: string | undefined): Case =>
    findings.about({ ...(entry === undefined ? { part: 'pictures' } : { entry }), file });
  for (const formula of structElements(pdf.structure, /^Formula$/)) {
    const stretches = stretchesIn(formula);
    const [first] = stretches;
    const own = about(first && owner(first));
    compareFormula(own, formula.alt ?? '', stretches);
    if (isOf20(reading)) compareMathml(own, formula);
  }
  const figures = [...structElements(pdf.structure, /^Figure$/)].filter((one) => stretchesIn(one).length > 0);
  const all = [...coverOf(book.handbook, figures), ...expectedImages(book.handbook)];
  // When pictures are missing or extra, the alternative texts report it, entry by entry.
  if (all.length !== figures.length || all.some(({ alt }, at) => alt !== figures[at]?.alt)) return;
  for (const [at, figure] of figures.entries()) {
    const image = all[at];
    const wrong = image && (await pictureFault(image, figure, reading));
    const reason = `the picture “${image?.alt}” (${image?.path}) ${wrong}`;
    about(image?.entry).holds('images', wrong === undefined, image?.path ?? '', '', reason);
  }
}

function compareFormula(own: Case, tex: string, stretches: readonly Stretch[]): void {
  const marks = stretches.reduce((sum, { painting }) => sum + (painting?.marks ?? 0), 0);
  const wanted = Math.max(1, Math.ceil(texLetters(tex).length * 0.6));
  const reason = `the formula “${tex}” is drawn with ${marks} marks`;
  own.holds('formulas', marks >= wanted, `${wanted} or more`, `${marks}`, reason);
  const unseen = stretches.map(({ painting }) => painting?.unseen).find((one) => one !== undefined);
  own.none('formulas', unseen, `the letters of the formula “${tex}” ${unseen}`);
}

/** In PDF 2.0 a formula is MathML, which says what its TeX says. */
function compareMathml(own: Case, formula: StructElement): void {
  const math = [...structElements(formula, /^math:math$/)];
  const tex = formula.alt ?? '';
  if (!own.holds('formulas', math.length === 1, tex, '', `the formula “${tex}” has no MathML`)) return;
  const wrong = formulaFault(tex, math.map(mathText).join(''));
  own.holds(
    'formulas',
    wrong === undefined,
    tex,
    '',
    `the MathML of the formula “${tex}” is wrong: ${wrong}`,
  );
}

/** What the letters of MathML say, those apart that are there for their room only. */
function mathText({ type, alt = '', children }: StructElement): string {
  if (type === 'math:mphantom') return '';
  return alt + children.map((child) => (child.kind === 'element' ? mathText(child) : '')).join('');
}

/** The picture on the cover, where there is one. */
function coverOf({ cover }: Handbook, [first]: readonly StructElement[]): readonly ExpectedImage[] {
  if (!cover || !first || stretchesIn(first)[0]?.page !== 0) return [];
  return [{ path: cover.image, alt: cover.alternative ?? '', entry: undefined, figure: false }];
}
