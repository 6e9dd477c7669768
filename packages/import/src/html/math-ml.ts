import { escapeMarkup } from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { MathMLToLaTeX } from 'mathml-to-latex';
import { firstIn, wordsOf } from './words-of.ts';

/** More is no formula that anybody reads. */
const MAX_LENGTH = 50_000;
const MAX_DEPTH = 200;

/**
 * TeX for a formula in MathML: the one that it was made from, where it says so (MathML 3, 5.4), or one that shows
 * the same. What cannot be understood is its words alone; undefined where there are none.
 */
export function texOf(math: Element): string | undefined {
  const source = firstIn(
    math,
    ({ tagName, properties }) =>
      bare(tagName) === 'annotation' && /\btex\b/i.test(String(properties.encoding)),
  );
  const tex = source && wordsOf(source).trim();
  if (tex) return unwrapped(tex);
  const words = wordsOf(math).replace(/\s+/g, ' ').trim();
  if (words === '') return undefined;
  try {
    return texOfXml(xmlOf(math, 0)) ?? words;
  } catch {
    return words;
  }
}

/** The same for MathML as XML; undefined where it cannot be understood. */
export function texOfXml(xml: string): string | undefined {
  if (xml.length > MAX_LENGTH) return undefined;
  try {
    return MathMLToLaTeX.convert(xml).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** MediaWiki puts every formula in braces that set its style. */
function unwrapped(tex: string): string {
  return /^\{\\(?:display|text)style\s+([\s\S]*)\}$/.exec(tex)?.[1]?.trim() ?? tex;
}

function bare(tagName: string): string {
  return tagName.replace(/^\w+:/, '');
}

function xmlOf(node: ElementContent, depth: number): string {
  if (depth > MAX_DEPTH) throw new RangeError('a formula is nested too deep');
  if (node.type === 'text') return escapeMarkup(node.value);
  if (node.type !== 'element') return '';
  const name = bare(node.tagName);
  const inside = () => node.children.map((child) => xmlOf(child, depth + 1));
  // What stands behind the first child of `semantics` says it once more.
  if (name === 'semantics')
    return xmlOf(
      node.children.find(({ type }) => type === 'element') ?? { type: 'text', value: '' },
      depth + 1,
    );
  const attributes = Object.entries(node.properties)
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => ` ${key.toLowerCase()}="${escapeMarkup(String(value))}"`);
  return `<${name}${attributes.join('')}>${inside().join('')}</${name}>`;
}
