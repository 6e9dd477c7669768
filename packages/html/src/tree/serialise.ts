import type { Element, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const processor = unified()
  .use(rehypeStringify, {
    // Named so that the bytes do not depend on the library's taste.
    characterReferences: { useNamedReferences: true },
    // Only what `printed` made: what comes from a source has no such node (`sanitise`).
    allowDangerousHtml: true,
    closeSelfClosing: false,
    upperDoctype: false,
  })
  .freeze();
const encoder = new TextEncoder();

/** A document's tree as UTF-8 HTML that ends in a newline. */
export function serialise(tree: Root): Uint8Array {
  return encoder.encode(`${processor.stringify(tree)}\n`);
}

/** An element as HTML, to stand in the trees of several pages. */
export function printed(element: Element): RootContent {
  return {
    type: 'raw',
    value: processor.stringify({ type: 'root', children: [element] }),
  } as unknown as RootContent;
}
