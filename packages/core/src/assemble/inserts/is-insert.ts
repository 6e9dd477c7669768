import type { LeafDirective, TextDirective } from 'mdast-util-directive';

/** Whether a directive puts in a snippet. */
export function isSnippet(node: {
  readonly type: string;
}): node is (LeafDirective | TextDirective) & { readonly name: 'snippet' } {
  return (
    (node.type === 'leafDirective' || node.type === 'textDirective') &&
    (node as LeafDirective).name === 'snippet'
  );
}

/** Whether a directive quotes an entry. */
export function isQuote(node: { readonly type: string }): node is LeafDirective & { readonly name: 'entry' } {
  return node.type === 'leafDirective' && (node as LeafDirective).name === 'entry';
}
