import type { Element, Properties, Root, RootContent } from 'hast';
import { htmlVoidElements } from 'html-void-elements';
import { attributesOf } from './attributes.ts';
import type { Addresses } from './place.ts';

const encoder = new TextEncoder();
const VOID: ReadonlySet<string> = new Set(htmlVoidElements);
/** Elements of SVG whose content is HTML (HTML, 13.2.6: integration points). */
const HTML_WITHIN: ReadonlySet<string> = new Set(['desc', 'foreignObject', 'title']);

type Space = 'html' | 'svg';

/**
 * A document's tree as UTF-8 HTML that ends in a newline: the bytes of rehype-stringify with named references,
 * in a third of its time. Addresses from the web root become what `write` makes of them. A `raw` node, which only
 * `printed` makes (`sanitise` removes those of a source), is put in as it is.
 */
export function serialise(tree: Root, write?: Addresses): Uint8Array {
  return encoder.encode(`${all(tree.children, 'html', write)}\n`);
}

/** An element as HTML, to stand in the trees of several pages. */
export function printed(element: Element, write: Addresses): RootContent {
  return { type: 'raw', value: all([element], 'html', write) } as unknown as RootContent;
}

function all(
  nodes: readonly (RootContent | { readonly type: 'raw'; readonly value: string })[],
  space: Space,
  write: Addresses | undefined,
): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text')
      text += node.value.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
    else if (node.type === 'element') text += elementText(node, space, write);
    else if (node.type === 'raw') text += node.value;
    else if (node.type === 'doctype') text += '<!doctype html>';
    else throw new Error(`a page cannot hold a ${node.type}`);
  }
  return text;
}

function elementText(
  { tagName, properties, children }: Element,
  space: Space,
  write: Addresses | undefined,
): string {
  const own = tagName === 'svg' ? 'svg' : space;
  const open = `<${tagName}${attributesOf(properties as Properties | undefined, own, write)}>`;
  const within = own === 'svg' && HTML_WITHIN.has(tagName) ? 'html' : own;
  const isScript = tagName === 'script' || tagName === 'style';
  const content = isScript
    ? children.map((child) => ('value' in child ? child.value : '')).join('')
    : all(children, within, write);
  return content === '' && space === 'html' && VOID.has(tagName) ? open : `${open}${content}</${tagName}>`;
}
