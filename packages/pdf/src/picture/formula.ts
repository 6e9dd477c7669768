import { mathToHast } from '@octavo/core/hast';
import { readSvg, type SvgElement } from '@octavo/core/svg';
import type { FontSet } from '../fonts/font-set.ts';
import type { MathPart } from './math-part.ts';
import { type Convert, type Converted, startMathJax } from './mathjax.ts';
import { mathml } from './mathml.ts';
import { drawSvg, type SvgDrawing } from './svg.ts';

/** A formula set by MathJax as outlines. Lengths in ems of the text around it. */
export interface Formula {
  readonly drawing: SvgDrawing;
  readonly width: number;
  readonly height: number;
  /** Below the baseline. */
  readonly depth: number;
  /** What it says, where that is wanted: the shapes of its letters have the letters' parts. */
  readonly math?: MathPart;
}

/** How a formula is set. */
export interface FormulaStyle {
  readonly display: boolean;
  /** `#rrggbb` */
  readonly color: string;
  /** Of the column, in ems. */
  readonly width: number;
  /** Whether its MathML is wanted too, with each letter's shapes told apart. */
  readonly parts?: boolean;
}

let convert: Convert | undefined;

/** Loads MathJax, its own static data; a book without formulas goes without. */
export async function loadFormulas(): Promise<void> {
  convert ??= await startMathJax();
}

/** What MathJax's own style sheet says of the rules of tables. */
const RULES =
  '<style>.mjx-solid,.mjx-dashed,.mjx-dotted{fill:none;stroke-width:70px}.mjx-dashed{stroke-dasharray:140}' +
  '.mjx-dotted{stroke-linecap:round;stroke-dasharray:0,140}</style>';

/** The least room between a formula and its number, in thousandths of an em. */
const TAG_GAP = 1000;

/**
 * Sets TeX as outlines, from its MathML where MathJax does not know the TeX; a string says why it cannot be
 * set. Throws before `loadFormulas` is done.
 */
export function setFormula(tex: string, fonts: FontSet, style: FormulaStyle): Formula | string {
  if (!convert) throw new Error('MathJax is not loaded');
  const { display, color, width: column, parts: isApart = false } = style;
  let converted: Converted;
  try {
    converted = convert({
      tex,
      mathml: () => mathml(mathToHast(tex, display)),
      display,
      width: column,
      parts: isApart,
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const main = svgBox(converted.formula);
  const rows = rowsOf(main?.svg);
  const tags = [...converted.tags].flatMap(([row, markup]) => {
    const box = svgBox(markup);
    return box ? [{ ...box, shift: rows[row] ?? 0 }] : [];
  });
  if (!main || main.width <= 0) return 'an empty formula';
  const room = tags.length > 0 ? Math.max(...tags.map((tag) => tag.width)) + TAG_GAP : 0;
  const width = room > 0 ? Math.max(column * 1000, main.width + room) : main.width;
  // In the middle, as far as the number leaves it there.
  const left = room > 0 ? Math.min((width - main.width) / 2, width - room - main.width) : 0;
  const top = Math.min(main.top, ...tags.map((tag) => tag.top + tag.shift));
  const bottom = Math.max(main.top + main.height, ...tags.map((tag) => tag.top + tag.height + tag.shift));
  const parts = [
    `<g transform="translate(${left - main.left} 0)">${main.inner}</g>`,
    ...tags.map(
      (tag) => `<g transform="translate(${width - tag.width - tag.left} ${tag.shift})">${tag.inner}</g>`,
    ),
  ];
  const height = bottom - top;
  const whole = `<svg width="${width}px" height="${height}px" viewBox="0 ${top} ${width} ${height}">${RULES}${parts.join('')}</svg>`;
  const drawing = drawSvg(whole, fonts, { color, overflow: true, parts: isApart });
  if (!drawing) return 'an empty formula';
  return {
    drawing,
    width: width / 1000,
    height: height / 1000,
    depth: bottom / 1000,
    ...(converted.math ? { math: converted.math } : {}),
  };
}

interface Box {
  readonly svg: string;
  readonly inner: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** MathJax repeats the TeX in attributes, where its writer leaves `<` as it is: no XML. */
const LATEX = / data-latex(?:-item)?="[^"]*"/g;

function svgBox(markup: string): Box | undefined {
  const svg = (/<svg[\s\S]*<\/svg>/.exec(markup)?.[0] ?? '').replace(LATEX, '');
  const [, ...numbers] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
  const [left, top, width, height] = numbers.map(Number);
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    return undefined;
  return { svg, inner: svg.slice(svg.indexOf('>') + 1, -'</svg>'.length), left, top, width, height };
}

/** How far below the formula's baseline each row of its outermost table stands. */
function rowsOf(svg: string | undefined): readonly number[] {
  const place = (element: SvgElement, y: number): readonly number[] | undefined => {
    const down =
      y - Number(/translate\([^,]*,\s*([-\d.]+)/.exec(element.attributes.transform ?? '')?.[1] ?? 0);
    const elements = element.children.filter((child): child is SvgElement => typeof child !== 'string');
    if (element.attributes['data-mml-node'] !== 'mtable') {
      for (const child of elements) {
        const found = place(child, down);
        if (found) return found;
      }
      return undefined;
    }
    return elements
      .filter((child) => child.attributes['data-mml-node'] === 'mtr')
      .map(
        (row) =>
          down - Number(/translate\([^,]*,\s*([-\d.]+)/.exec(row.attributes.transform ?? '')?.[1] ?? 0),
      );
  };
  const source = svg === undefined ? undefined : readSvg(svg);
  return (source && 'root' in source ? place(source.root, 0) : undefined) ?? [];
}
