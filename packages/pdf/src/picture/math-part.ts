import type { MmlNode, TextNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js';

/** This is an element of a formula's MathML. */
export interface MathPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathPart[];
  /** An element for a letter, a number or a sign has what it says, and the number by which its shapes are marked. */
  readonly token?: { readonly text: string; readonly part: number };
}

/**
 * Returns what a formula says as MathML 3. It marks each letter with `data-part`, which MathJax puts on what it draws.
 */
export function markParts(root: MmlNode): MathPart | undefined {
  let count = 0;
  return read(root)[0];

  function read(node: MmlNode): readonly MathPart[] {
    const children = (node.childNodes as MmlNode[]).filter(Boolean);
    if (node.isToken) {
      const text = children
        .map((child) => (child.isKind('text') ? (child as TextNode).getText() : ''))
        .join('');
      const part = count++;
      node.attributes.set('data-part', `${part}`);
      return [{ name: node.kind, attributes: said(node), children: [], token: { text, part } }];
    }
    // The first child is the formula; the others are annotations.
    if (node.isKind('semantics')) return read(children[0] as MmlNode);
    const inner = children.flatMap(read);
    const isRow = node.isKind('TeXAtom') || node.isKind('inferredMrow');
    if (node.isKind('inferredMrow') || (isRow && inner.length === 1)) return inner;
    return [{ name: isRow ? 'mrow' : node.kind, attributes: said(node), children: inner }];
  }
}

/** These attributes are not MathML's, or they say how a formula looks and not what it says. */
const OTHER = /[^a-z]|^(?:class|style|id|href|xmlns)$/;

function said(node: MmlNode): Readonly<Record<string, string>> {
  const all = Object.entries(node.attributes.getAllAttributes());
  return Object.fromEntries(all.flatMap(([name, value]) => (OTHER.test(name) ? [] : [[name, `${value}`]])));
}
