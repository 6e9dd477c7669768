import type { MmlNode, TextNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js';

/** An element of a formula's MathML. */
export interface MathPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathPart[];
  /** What a letter, a number or a sign says, and the part that its shapes are marked with. */
  readonly token?: { readonly text: string; readonly part: number };
}

/** What a formula says as MathML 3; where its letters are drawn they are marked with `data-part`. */
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
    // Of what has notes beside it the first is the formula.
    if (node.isKind('semantics')) return read(children[0] as MmlNode);
    const inner = children.flatMap(read);
    const isRow = node.isKind('TeXAtom') || node.isKind('inferredMrow');
    if (node.isKind('inferredMrow') || (isRow && inner.length === 1)) return inner;
    return [{ name: isRow ? 'mrow' : node.kind, attributes: said(node), children: inner }];
  }
}

/** Names of attributes that are not MathML's, or that say how and not what. */
const OTHER = /[^a-z]|^(?:class|style|id|href|xmlns)$/;

function said(node: MmlNode): Readonly<Record<string, string>> {
  const all = Object.entries(node.attributes.getAllAttributes());
  return Object.fromEntries(all.flatMap(([name, value]) => (OTHER.test(name) ? [] : [[name, `${value}`]])));
}
