import type { Element, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const processor = unified()
  .use(rehypeStringify, {
    // This is fixed so that the bytes do not depend on the library's defaults.
    characterReferences: { useNamedReferences: true },
    // Only `printed` makes such nodes; `sanitise` removes them from whatever comes from a source.
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
