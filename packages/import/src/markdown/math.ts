import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const TEX = /\\[a-zA-Z]+|[\^_]\{|[a-zA-Z0-9)]\^[a-zA-Z0-9{(]/;

/** Whether a text writes formulas between dollars, rather than prices and shell variables. */
export function looksLikeMath(text: string): boolean {
  if (!text.includes('$')) return false;
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  return (
    /\$\$[^$]{1,2000}\$\$/.test(prose) ||
    (prose.match(/\$[^$\n]{1,300}\$/g) ?? []).some((span) => TEX.test(span))
  );
}

/** Dollars around what is no formula are text again, in place. */
export function untrueMath(tree: Root, text: string): void {
  visit(
    tree,
    'inlineMath',
    (
      node: { value: string; position?: { end: { offset?: number | undefined } } | undefined },
      index,
      parent,
    ) => {
      if (
        !parent ||
        index === undefined ||
        TEX.test(node.value) ||
        /^[\w\s+\-*/=().,<>|]{1,20}$/.test(node.value)
      )
        return;
      const double = text.includes(`$$${node.value}$$`);
      const mark = double ? '$$' : '$';
      (parent as { children: unknown[] }).children[index] = {
        type: 'text',
        value: `${mark}${node.value}${mark}`,
      };
    },
  );
}
