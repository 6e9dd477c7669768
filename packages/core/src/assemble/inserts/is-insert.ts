import type { LeafDirective, TextDirective } from 'mdast-util-directive';

/** Whether a directive puts in a snippet. */
export function isSnippet(node: { readonly type: string }): node is LeafDirective | TextDirective {
  return (
    (node.type === 'leafDirective' || node.type === 'textDirective') &&
    (node as LeafDirective).name === 'snippet'
  );
}

/** Whether a directive quotes an entry. */
export function isQuote(node: { readonly type: string }): node is LeafDirective {
  return node.type === 'leafDirective' && (node as LeafDirective).name === 'entry';
}
