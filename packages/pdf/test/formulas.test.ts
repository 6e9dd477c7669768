import { beforeAll, describe, expect, it } from 'vitest';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { type Formula, setFormula } from '../src/picture/formula.ts';
import { loadDrawing } from '../src/picture/load-drawing.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

const book = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What is it?', 'It is.') });
const fonts = fontSet(bookFonts(readFonts(book), false));

function set(tex: string): Formula {
  const formula = setFormula(tex, fonts, { display: true, color: '#123456', width: 30 });
  if (typeof formula === 'string') throw new Error(formula);
  return formula;
}

/** How many rules a drawing has: paths that are painted by their strokes. */
const strokes = (formula: Formula): number => formula.drawing.shapes.filter((shape) => shape.stroke).length;

describe('a formula of the PDF', () => {
  beforeAll(() => loadDrawing({ formulas: true, images: [] }));

  it.each([
    ['a = b \\tag{1}', 1],
    ['\\begin{align} a &= b \\tag{2} \\\\ c &= d \\\\ e &= f \\tag{3c} \\end{align}', 3],
    ['x \\tag*{A}', 1],
  ])('has its numbers at the margin: %s', (tex, rows) => {
    const formula = set(tex);
    expect(formula.width).toBeCloseTo(30);
    expect(formula.height).toBeGreaterThan(rows * 0.6);
    expect(formula.drawing.shapes.length).toBeGreaterThan(1);
  });

  it('is wider than the column, to be scaled, where it would run into its number', () => {
    const long = Array.from({ length: 40 }, (_, at) => `a_{${at}}`).join(' + ');
    expect(set(`${long} \\tag{1}`).width).toBeGreaterThan(set(long).width + 1);
  });

  it('has no number that its author did not write', () => {
    for (const name of ['equation', 'align', 'gather', 'eqnarray'])
      expect(set(`\\begin{${name}} a = b \\end{${name}}`).width, name).toBeLessThan(10);
  });

  it('fills the column with a multline, and not more', () => {
    const { width } = set('\\begin{multline} a + b \\\\ c + d \\end{multline}');
    expect(width).toBeGreaterThan(20);
    expect(width).toBeLessThanOrEqual(30);
  });

  it('draws the rules of tables', () => {
    expect(strokes(set('\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}'))).toBe(2);
    expect(
      strokes(set('\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array} \\textcircled{x}')),
    ).toBeGreaterThan(1);
  });

  it.each([
    '\\sout{x}',
    '\\textcircled{a}',
    '\\sfrac{1}{2}',
    '\\longdiv{12}',
    '\\bm{x}',
    '€',
    '\\raisebox{3pt}{x}',
  ])('that only Temml knows is set from its MathML: %s', (tex) => {
    expect(set(tex).drawing.shapes.length).toBeGreaterThan(0);
  });
});
