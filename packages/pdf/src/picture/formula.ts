import { mathToHast } from '@octavo/core/hast';
import { readSvg, type SvgElement } from '@octavo/core/svg';
import type { FontSet } from '../fonts/font-set.ts';
import type { MathPart } from './math-part.ts';
import { type Convert, type Converted, startMathJax } from './mathjax.ts';
import { mathml } from './mathml.ts';
import { drawSvg, type SvgDrawing } from './svg.ts';

/** This is a formula as MathJax sets it, made of outlines. Its lengths are ems of the text around it. */
export interface Formula {
  readonly drawing: SvgDrawing;
  readonly width: number;
  readonly height: number;
  /** This is how far it reaches below the baseline. */
  readonly depth: number;
  /** This is its MathML, where that was asked for. Each shape of the drawing names the part that it belongs to. */
  readonly math?: MathPart;
}

export interface FormulaStyle {
  readonly display: boolean;
  /** The color is written `#rrggbb`. */
  readonly color: string;
  /** This is the width of the column, in ems. */
  readonly width: number;
  /** Says whether the formula's MathML is wanted too, with the shapes of each of its letters marked. */
  readonly parts?: boolean;
}

let convert: Convert | undefined;

/** Loads MathJax. A book without formulas does not need it. */
export async function loadFormulas(): Promise<void> {
  convert ??= await startMathJax();
}

/** MathJax draws the rules of tables by classes, which its own style sheet styles so. */
const RULES =
  '<style>.mjx-solid,.mjx-dashed,.mjx-dotted{fill:none;stroke-width:70px}.mjx-dashed{stroke-dasharray:140}' +
  '.mjx-dotted{stroke-linecap:round;stroke-dasharray:0,140}</style>';

/** This is the least space between a formula and its number, in thousandths of an em. */
const TAG_GAP = 1000;

/**
 * Sets TeX as outlines, or the formula's MathML where MathJax does not know the TeX. Returns a string that says why the
 * formula cannot be set. Throws an error before `loadFormulas` is done.
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
  // The formula stands in the middle of the column, unless its number leaves no room for it there.
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

/** MathJax repeats the TeX in these attributes and does not escape a `<` in them, so that its output is no XML. */
const LATEX = / data-latex(?:-item)?="[^"]*"/g;

function svgBox(markup: string): Box | undefined {
  const svg = (/<svg[\s\S]*<\/svg>/.exec(markup)?.[0] ?? '').replace(LATEX, '');
  const [, ...numbers] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
  const [left, top, width, height] = numbers.map(Number);
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    return undefined;
  return { svg, inner: svg.slice(svg.indexOf('>') + 1, -'</svg>'.length), left, top, width, height };
}

/** Returns how far below the formula's baseline each row of its outermost table stands. */
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
