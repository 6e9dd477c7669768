import { texLetters } from '../expected/tex-letters.ts';
import { allElements, type Element } from './element.ts';

/**
 * Says what is wrong with a formula whose MathML differs from its TeX: letters, digits or signs that only one
 * of them has.
 */
export function formulaFault(tex: string, drawn: string): string | undefined {
  const text = drawn.normalize('NFKC');
  const wanted = texLetters(tex);
  const source = tex.normalize('NFKC');
  const stray = [...new Set(text.match(/[A-Za-z]/g) ?? [])].find((letter) => !source.includes(letter));
  if (stray) return `it shows “${stray}”`;
  const lost = [...new Set(wanted.match(/[A-Za-z]/g) ?? [])].find((letter) => !text.includes(letter));
  if (lost) return `“${lost}” is lost`;
  const letters = (some: string): number => some.match(/[A-Za-z]/g)?.length ?? 0;
  if (letters(text) < letters(wanted) * 0.6) return 'letters are lost';
  for (const sign of '0123456789+=') {
    const plain = source.replace(/\\(?:[A-Za-z]+|.)/g, ' ');
    const [is, should] = [count(text, sign), count(/\d/.test(sign) ? wanted : plain, sign)];
    // The lines of an environment get numbers that its TeX does not have.
    const numbered = /\d/.test(sign) && /\\begin\{(?:equation|align|gather|alignat)\}/.test(tex);
    if (is < should || (is > should && !numbered && !source.includes('\\tag')))
      return `it shows “${sign}” ${is} times instead of ${should}`;
  }
  return undefined;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Formulas in an element: their TeX and what their MathML shows. */
export function formulasIn(element: Element): readonly { readonly tex: string; readonly drawn: string }[] {
  return allElements(element, 'math').map((math) => ({
    tex: math.attributes.alttext ?? '',
    drawn: shownText(math),
  }));
}

function shownText(element: Element): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : /^annotation/.test(child.name) ? '' : shownText(child),
    )
    .join('');
}
