import { texLetters } from '../expected/tex-letters.ts';
import { allElements, type Element } from './element.ts';

/** What is wrong with a formula whose MathML is not its TeX: letters, digits or signs that only one of them has. */
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
    // Lines of an environment are numbered by themselves.
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
  return allElements(element)
    .filter((one) => one.name === 'math')
    .map((math) => ({ tex: math.attributes.alttext ?? '', drawn: shownText(math) }));
}

function shownText(element: Element): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : /^annotation/.test(child.name) ? '' : shownText(child),
    )
    .join('');
}

/** A picture in a document. */
export interface FoundImage {
  readonly src: string;
  readonly alt: string;
  /** The size it is given, in pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Pictures in an element, in order. */
export function imagesIn(element: Element): readonly FoundImage[] {
  return allElements(element)
    .filter((one) => one.name === 'img')
    .map(({ attributes: { src = '', alt = '', width, height } }) => ({
      src,
      alt,
      width: width === undefined ? undefined : Number(width),
      height: height === undefined ? undefined : Number(height),
    }));
}

/** Text outside answers and prose, a piece each, with what is said by attributes only. */
export function piecesOf(root: Element, apart: (element: Element) => boolean): readonly string[] {
  const found: string[] = [];
  const visit = (element: Element): void => {
    if (apart(element)) return;
    for (const name of [
      'title',
      'aria-label',
      'alt',
      'placeholder',
      'data-none',
      'data-one',
      'data-count',
      'data-done',
      'data-mark',
    ])
      if (element.attributes[name]) found.push(element.attributes[name]);
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child);
      // A letter by itself is the head of a part of an index.
      else if (!/^\s*\p{L}?\p{M}*\s*$/u.test(child)) found.push(child);
    }
  };
  visit(root);
  return found;
}
