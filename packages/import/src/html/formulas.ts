import type { Element, ElementContent, Root } from 'hast';
import { classesOf } from './classes.ts';
import { texOf } from './math-ml.ts';
import { firstIn } from './words-of.ts';

/** What shows a formula once more, as a picture or as boxes. */
const SHOWN_AGAIN =
  /(?:^| )(?:MathJax(?:_\w+)?|MathJax_SVG\w*|mwe-math-fallback-image-\w+|katex-html)(?: |$)/;

/**
 * Replaces the formulas of a page by `octavo-formula` elements that hold TeX: MathML, and what KaTeX, MathJax (2 to 4),
 * MediaWiki and Pandoc make of TeX. Pictures and boxes that show the same formula go.
 */
export function settleFormulas(parent: Root | Element, isDisplay = false): void {
  const kept: ElementContent[] = [];
  for (const node of parent.children as ElementContent[]) {
    if (node.type !== 'element') kept.push(node);
    else {
      const classes = classesOf(node);
      const isShown = isDisplay || isDisplayed(node, classes);
      const tex = formulaIn(node, classes);
      if (tex !== undefined) kept.push(formula(tex, isShown, node));
      else if (!SHOWN_AGAIN.test(classes)) {
        settleFormulas(node, isShown && /katex|math/i.test(classes + node.tagName));
        kept.push(node);
      }
    }
  }
  parent.children = kept as typeof parent.children;
}

/** An element that stands for a formula, its TeX as its text. */
export function formula(tex: string, isDisplay: boolean, at?: Element): Element {
  return {
    type: 'element',
    tagName: 'octavo-formula',
    properties: isDisplay ? { className: ['display'] } : {},
    children: [{ type: 'text', value: tex, ...(at?.position ? { position: at.position } : {}) }],
    ...(at?.position ? { position: at.position } : {}),
  };
}

function isDisplayed({ tagName, properties }: Element, classes: string): boolean {
  if (tagName === 'script') return /mode=display/.test(String(properties.type));
  return (
    properties.display === 'block' ||
    properties.display === 'true' ||
    /(?:^| )(?:katex-display|math display|mwe-math-element-block)(?: |$)/.test(classes)
  );
}

/** The TeX of an element that is a formula and nothing else. */
function formulaIn(node: Element, classes: string): string | undefined {
  const { tagName, properties } = node;
  if (isMath(node)) return texOf(node);
  if (tagName === 'script' && /^math\/tex\b/.test(String(properties.type))) return textIn(node).trim();
  if (/(?:^| )math (?:inline|display)(?: |$)/.test(classes)) {
    const [, inline, display] = /^\s*(?:\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\])\s*$/.exec(textIn(node)) ?? [];
    return inline ?? display;
  }
  if (tagName !== 'mjx-container' && !/(?:^| )katex(?: |$)/.test(classes)) return undefined;
  const math = firstIn(node, isMath);
  return math && texOf(math);
}

/** MathML, also with a prefix, as XHTML may have it. */
function isMath({ tagName }: Element): boolean {
  return /^(?:\w+:)?math$/.test(tagName);
}

function textIn(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
