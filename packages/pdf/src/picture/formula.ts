import { createRequire } from 'node:module';
import type { FontSet } from '../fonts/font-set.ts';
import { drawSvg, type SvgDrawing } from './svg.ts';

/** A formula set by MathJax as outlines. Lengths in ems of the text around it. */
export interface Formula {
  readonly drawing: SvgDrawing;
  readonly width: number;
  readonly height: number;
  /** Below the baseline. */
  readonly depth: number;
}

interface Typesetter {
  readonly convert: (tex: string, display: boolean) => string;
}

let typesetter: Typesetter | undefined;

/** Sets TeX as outlines; a string says why it cannot be set. `color` is `#rrggbb`. */
export function setFormula(tex: string, display: boolean, fonts: FontSet, color: string): Formula | string {
  typesetter ??= startMathJax();
  const markup = typesetter.convert(tex, display);
  const error = /data-mjx-error="([^"]*)"/.exec(markup)?.[1];
  if (error) return error;
  const svg = /<svg[\s\S]*<\/svg>/.exec(markup)?.[0] ?? '';
  const [, , , width = 0, height = 0] = (/viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? []).map(Number);
  const [, , top = 0] = (/viewBox="(\S+) (\S+)/.exec(svg) ?? []).map(Number);
  const sized = svg.replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}px" height="${height}px"`);
  const drawing = drawSvg(sized, fonts, color);
  if (!drawing || width <= 0) return 'an empty formula';
  return { drawing, width: width / 1000, height: height / 1000, depth: (height + top) / 1000 };
}

/** MathJax's own static data; nothing of a book's is kept in it but macros, and those only within one formula. */
function startMathJax(): Typesetter {
  const load = createRequire(import.meta.url);
  const { mathjax } = load('mathjax-full/js/mathjax.js');
  const { TeX } = load('mathjax-full/js/input/tex.js');
  const { SVG } = load('mathjax-full/js/output/svg.js');
  const { liteAdaptor } = load('mathjax-full/js/adaptors/liteAdaptor.js');
  const { RegisterHTMLHandler } = load('mathjax-full/js/handlers/html.js');
  load('mathjax-full/js/input/tex/AllPackages.js');
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const packages = [
    'base',
    'ams',
    'boldsymbol',
    'cancel',
    'cases',
    'mathtools',
    'mhchem',
    'textmacros',
    'unicode',
    'upgreek',
  ];
  return {
    convert(tex, display) {
      // A fresh document a formula, so that a \label or \newcommand in one cannot reach another.
      const document = mathjax.document('', {
        InputJax: new TeX({
          packages,
          formatError: (jax: { formatError: (error: unknown) => unknown }, error: unknown) =>
            jax.formatError(error),
        }),
        OutputJax: new SVG({ fontCache: 'none' }),
      });
      return adaptor.outerHTML(document.convert(tex, { display, em: 10, ex: 5, containerWidth: 800 }));
    },
  };
}
