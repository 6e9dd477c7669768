import { escapeMarkup } from '@octavo/core';
import type { FootnoteDefinition, Html, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { isContainer, isInlineElement, splitTitle } from '../model/nodes.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { stringify } from './stringify.ts';

/** Blocks and the notes they cite, as Markdown that ends in a line end. */
export function toMarkdown(blocks: readonly RootContent[], notes: readonly FootnoteDefinition[]): string {
  const children = [...blocks, ...notes].flatMap((block) => withHtml(block)) as RootContent[];
  return stringify({ type: 'root', children });
}

/** Writes inline content as one line of Markdown. */
export function phrasingToMarkdown(nodes: readonly PhrasingContent[]): string {
  const children = nodes.flatMap((node) => withHtml(node)) as PhrasingContent[];
  const text = stringify({ type: 'root', children: [{ type: 'paragraph', children }] });
  return text.replace(/\\?\n/g, ' ').trim();
}

/** Carriers become the HTML that an entry may hold. */
function withHtml(node: Nodes): Nodes[] {
  if (isInlineElement(node)) {
    const { title } = node.attributes ?? {};
    const open = title ? `<${node.name} title="${escapeMarkup(title)}">` : `<${node.name}>`;
    return [html(open), ...node.children.flatMap((child) => withHtml(child)), html(`</${node.name}>`)];
  }
  if (isContainer(node, 'details')) {
    const { title, rest } = splitTitle(node);
    const summary = escapeMarkup(oneLine(textOf(title)));
    return [
      html(`<details>\n<summary>${summary}</summary>`),
      ...rest.flatMap((child) => withHtml(child)),
      html('</details>'),
    ];
  }
  if (node.type === 'textDirective' && node.name !== 'span')
    return node.children.flatMap((child) => withHtml(child));
  if (!('children' in node)) return [node];
  if (node.type === 'tableCell')
    return [
      {
        ...node,
        children: node.children.flatMap((child) =>
          child.type === 'break' ? [html('<br>')] : withHtml(child),
        ) as PhrasingContent[],
      },
    ];
  const children = (node as Parents).children.flatMap((child) => withHtml(child as Nodes));
  return [{ ...node, children } as Nodes];
}

function html(value: string): Html {
  return { type: 'html', value };
}
