import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const processor = unified()
  .use(rehypeStringify, {
    // Named so that the bytes do not depend on the library's taste.
    characterReferences: { useNamedReferences: true },
    closeSelfClosing: false,
    upperDoctype: false,
  })
  .freeze();
const encoder = new TextEncoder();

/** A document's tree as UTF-8 HTML that ends in a newline. */
export function serialise(tree: Root): Uint8Array {
  return encoder.encode(`${processor.stringify(tree)}\n`);
}
