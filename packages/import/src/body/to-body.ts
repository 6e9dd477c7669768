import { linkSpelling } from '@octavo/core';
import { mathFault } from '@octavo/core/hast';
import { cutLiteralAddress } from '@octavo/core/read';
import type { FootnoteDefinition, Link, Nodes, PhrasingContent, RootContent } from 'mdast';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { lineOf } from '../model/place.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { trimmed } from '../recognise/phrasing.ts';
import type { BodyContext } from './context.ts';
import { flattenDeep, openContainers } from './flatten-deep.ts';
import { imageOf } from './image-of.ts';
import { nestHeadings } from './nest-headings.ts';
import { resolveLink } from './resolve-link.ts';
import { withAddresses, withReferences } from './text-links.ts';
import { withinBounds } from './within-bounds.ts';

export interface Body {
  readonly blocks: RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Found blocks as an entry can hold them: links to entries or addresses, images of the handbook, no carrier that the format does not know. `moved` was found so already, and stands at the end. */
export function toBody(
  found: readonly RootContent[],
  context: BodyContext,
  moved: readonly RootContent[] = [],
): Body {
  const copies = flattenDeep([...found], (line) =>
    context.tell('too-deep', 'warning', line, 'lists or quotes nest very deep here and were flattened'),
  );
  const read = copies
    .flatMap((block) => blockOf(block, context))
    .flatMap((block) => openContainers(block, 0));
  const blocks = nestHeadings(
    withinBounds([...read, ...moved], (line) =>
      context.tell(
        'too-large',
        'warning',
        line,
        'hundreds of marks stand in one paragraph here: it is kept as code',
      ),
    ),
  );
  return { blocks, footnotes: notesOf(blocks, context) };
}

function notesOf(
  blocks: readonly RootContent[],
  context: BodyContext,
): ReadonlyMap<string, FootnoteDefinition> {
  const notes = new Map<string, FootnoteDefinition>();
  const todo: Nodes[] = [...blocks];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'footnoteReference' && !notes.has(node.identifier)) {
      const definition = context.footnotes.get(node.identifier);
      if (!definition) continue;
      const children = structuredClone(definition.children).flatMap((block) => blockOf(block, context));
      const copy = { ...definition, children: children as FootnoteDefinition['children'] };
      notes.set(node.identifier, copy);
      todo.push(copy);
    } else if ('children' in node) for (const child of node.children as Nodes[]) todo.push(child);
  }
  return notes;
}

function blockOf(block: RootContent, context: BodyContext): RootContent[] {
  if (isContainer(block, 'names')) return [];
  if (block.type === 'containerDirective' && /^(?:term|asked)/.test(block.name)) {
    const { title, rest } = splitTitle(block);
    const bold: PhrasingContent = { type: 'strong', children: phrasing(title, context, false) };
    const said = block.name === 'term' ? rest : [];
    return [{ type: 'paragraph', children: [bold] }, ...said.flatMap((child) => blockOf(child, context))];
  }
  if (block.type === 'paragraph' || block.type === 'heading') {
    const children = trimmed(phrasing(block.children, context, false));
    return children.length === 0 ? [] : [{ ...block, children }];
  }
  if (block.type === 'table') {
    for (const row of block.children)
      for (const cell of row.children) cell.children = phrasing(cell.children, context, false);
    return [block];
  }
  if (block.type === 'math' && isNoFormula(block, true, context))
    return [{ type: 'code', lang: 'tex', value: block.value, position: block.position }];
  if (block.type === 'html') return [{ type: 'paragraph', children: [{ type: 'text', value: block.value }] }];
  if (block.type === 'listItem')
    return blockOf({ type: 'list', ordered: false, spread: false, children: [block] }, context);
  if (!('children' in block))
    return FLOW.has(block.type)
      ? [block]
      : [{ type: 'paragraph', children: phrasing([block as PhrasingContent], context, false) }];
  const inside = (children: readonly RootContent[]) => children.flatMap((child) => blockOf(child, context));
  const inner = (block.children as RootContent[]).flatMap((child) =>
    child.type === 'listItem'
      ? [{ ...child, children: inside(child.children) as typeof child.children }]
      : inside([child]),
  );
  if (inner.length === 0 && block.type !== 'containerDirective') return [];
  return [{ ...block, children: inner } as RootContent];
}

const FLOW: ReadonlySet<string> = new Set(['thematicBreak', 'code', 'math', 'definition', 'yaml', 'toml']);

/** Decides what becomes of the links and images of inline content. */
export function phrasing(
  nodes: readonly PhrasingContent[],
  context: BodyContext,
  inLink: boolean,
): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'link':
        if (inLink) return phrasing(node.children, context, true);
        return cutLiteralAddress(node).flatMap((piece) =>
          piece.type === 'link' ? linkOf(piece, context) : [piece],
        );
      case 'image':
        return imageOf(node, context, inLink);
      case 'footnoteReference':
        return context.footnotes.has(node.identifier) && !inLink
          ? [node]
          : [{ type: 'text', value: `[^${node.label ?? node.identifier}]` }];
      case 'html':
        return [{ type: 'text', value: node.value }];
      case 'inlineMath':
        return isNoFormula(node, false, context) ? [{ type: 'inlineCode', value: node.value }] : [node];
      case 'text':
        return inLink
          ? [node]
          : withAddresses(node).flatMap((piece) =>
              piece.type === 'text' ? withReferences(piece, context) : [piece],
            );
      default:
        return 'children' in node
          ? [
              {
                ...node,
                children: phrasing(node.children as PhrasingContent[], context, inLink),
              } as PhrasingContent,
            ]
          : [node];
    }
  });
}

/** Whether no format could set a formula: it is kept as code, and said. */
function isNoFormula(
  node: Extract<Nodes, { type: 'math' | 'inlineMath' }>,
  display: boolean,
  context: BodyContext,
): boolean {
  if (mathFault(node.value, display) === undefined) return false;
  context.tell(
    'formula',
    'warning',
    lineOf(node, 0),
    `the formula "${excerpt(node.value, 60)}" cannot be set: it is kept as code`,
  );
  return true;
}

function linkOf(node: Link, context: BodyContext): PhrasingContent[] {
  const children = phrasing(node.children, context, true);
  const found = resolveLink(node.url, context);
  context.count(found.kind === 'entry' ? 'entries' : found.kind === 'url' ? 'addresses' : 'text');
  if (found.kind === 'entry') {
    if (found.say) context.tell(found.say.kind, 'info', lineOf(node, 0), found.say.reason);
    return [{ type: 'link', url: `#${linkSpelling(found.number)}`, title: node.title ?? null, children }];
  }
  if (found.kind === 'url') {
    const shown = children.length > 0 ? children : [{ type: 'text' as const, value: found.url }];
    return [{ type: 'link', url: found.url, title: node.title ?? null, children: shown }];
  }
  if (found.say) context.tell(found.say.kind, 'warning', lineOf(node, 0), found.say.reason);
  const told =
    found.address !== undefined && !textOf(children).includes(found.address.replace(/^\w+:/, ''))
      ? [{ type: 'text' as const, value: ` (${found.address})` }]
      : [];
  return [...children, ...told];
}
