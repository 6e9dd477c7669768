import type { Element } from 'hast';
import { mendMath, NO_NUMBER } from './math-tree.ts';
import { texToTree } from './tex-to-tree.lazy.ts';

/**
 * Converts TeX to one MathML `math` element (MathML 3, limited to MathML Core) that carries the TeX as
 * `alttext`. Equations have no numbers except those of `\tag`. Throws the parser's error for TeX that does
 * not parse; the rule `math-parses` keeps such TeX out of a validated handbook.
 */
export function mathToHast(tex: string, display: boolean): Element {
  const [element] = texToTree(known(tex), display).children;
  if (element?.type !== 'element' || element.tagName !== 'math') throw new Error(NO_NUMBER);
  return {
    ...element,
    properties: {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      ...(display ? { display: 'block' } : {}),
      alttext: tex.trim(),
    },
    children: mendMath(element.children),
  };
}

/** Rewrites TeX that Temml lacks in terms that it has: `eqnarray`. */
function known(tex: string): string {
  if (!tex.includes('eqnarray')) return tex;
  return tex
    .replace(/\\begin\s*\{eqnarray\*?\}/g, '\\begin{darray}{rcl}')
    .replace(/\\end\s*\{eqnarray\*?\}/g, '\\end{darray}')
    .replace(/\\(?:nonumber|notag)(?![A-Za-z])/g, '');
}

/** Why TeX cannot be set, and the UTF-16 offset in it, where that is known. */
export interface MathFault {
  readonly reason: string;
  readonly offset?: number;
}

/**
 * Says why no format can set a TeX formula; returns undefined when every format can. HTML and EPUB show the
 * MathML of `mathToHast`, and the PDF falls back to it, so every formula that becomes MathML can be set
 * everywhere.
 */
export function mathFault(tex: string, display: boolean): MathFault | undefined {
  if (tex.trim() === '') return { reason: 'it is empty' };
  try {
    mathToHast(tex, display);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'it nests too deep' };
    if (!(error instanceof Error)) return { reason: String(error) };
    const { position } = error as Error & { readonly position?: number };
    const reason = error.message
      .replace(/^ParseError:\s*/, '')
      .replace(/ at (?:position \d+|end of input):[\s\S]*$/, '')
      .trim();
    const isPlace = position !== undefined && position <= tex.length && known(tex) === tex;
    return { reason, ...(isPlace ? { offset: position } : {}) };
  }
}
