import { linkSpelling } from '@octavo/core';
import { mathFault } from '@octavo/core/hast';
import { cutLiteralAddress } from '@octavo/core/read';
import type { FootnoteDefinition, Link, Nodes, Parents, PhrasingContent, RootContent, Text } from 'mdast';
import { templateTagsIn } from '../markdown/template-tags.ts';
import { isContainer, splitTitle } from '../model/nodes.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { trimmed } from '../recognise/phrasing.ts';
import type { BodyContext } from './context.ts';
import { flattenDeep, openContainers } from './flatten-deep.ts';
import { nestHeadings } from './nest-headings.ts';
import { resolveLink } from './resolve-link.ts';
import { withinBounds } from './within-bounds.ts';

export interface Body {
  readonly blocks: RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Found blocks as an entry can hold them: links to entries or addresses, images of the handbook, no carrier that the format does not know. */
export function toBody(found: readonly RootContent[], context: BodyContext): Body {
  const copies = flattenDeep([...found], (line) =>
    context.tell('too-deep', 'warning', line, 'lists or quotes nest very deep here and were flattened'),
  );
  const read = copies
    .flatMap((block) => blockOf(block, context))
    .flatMap((block) => openContainers(block, 0));
  const blocks = nestHeadings(
    withinBounds(read, (line) =>
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
  if (isContainer(block, 'term')) {
    const { title, rest } = splitTitle(block);
    const lead: RootContent = {
      type: 'paragraph',
      children: [{ type: 'strong', children: phrasing(title, context, false) }],
    };
    return [lead, ...rest.flatMap((child) => blockOf(child, context))];
  }
  if (block.type === 'containerDirective' && block.name.startsWith('asked')) {
    return [
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: phrasing(splitTitle(block).title, context, false) }],
      },
    ];
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
    return [
      {
        type: 'code',
        lang: 'tex',
        value: block.value,
        ...(block.position ? { position: block.position } : {}),
      },
    ];
  if (block.type === 'html') return [{ type: 'paragraph', children: [{ type: 'text', value: block.value }] }];
  if (block.type === 'listItem')
    return [{ type: 'list', ordered: false, spread: false, children: [block] }].flatMap((list) =>
      blockOf(list as RootContent, context),
    );
  if ('children' in block) {
    const parent = block as Parents;
    const inner = (parent.children as RootContent[]).flatMap((child) =>
      child.type === 'listItem' ? [itemOf(child, context)] : blockOf(child, context),
    );
    if (inner.length === 0 && block.type !== 'containerDirective') return [];
    return [{ ...block, children: inner } as RootContent];
  }
  return isPhrasingNode(block)
    ? [{ type: 'paragraph', children: phrasing([block], context, false) }]
    : [block];
}

function itemOf(item: Extract<RootContent, { type: 'listItem' }>, context: BodyContext): RootContent {
  return {
    ...item,
    children: item.children.flatMap((child) => blockOf(child, context)) as typeof item.children,
  };
}

const FLOW: ReadonlySet<string> = new Set(['thematicBreak', 'code', 'math', 'definition', 'yaml', 'toml']);

function isPhrasingNode(node: RootContent): node is PhrasingContent {
  return !FLOW.has(node.type) && !('children' in node);
}

/** Inline content with its links and images decided. */
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
        for (const tag of templateTagsIn(node))
          context.tell('template-tag', 'info', lineOf(node), `the template tag "${tag}" stays as text`);
        return inLink ? [node] : withAddresses(node);
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

/** An address in bare text, without what ends the sentence around it (as GFM has it). */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"[\]{}|\\^`()]+(?:\([^\s<>"[\]{}|\\^`()]*\)[^\s<>"[\]{}|\\^`()]*)*(?<![?!.,:;*_~'])/gi;

/** Text with its addresses as links: `<https://example.org>` loses its marks. */
function withAddresses(node: Text): PhrasingContent[] {
  if (!node.value.includes('://')) return [node];
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const found of node.value.matchAll(ADDRESS)) {
    const [value] = found;
    if (!URL.canParse(value)) continue;
    const marked =
      node.value[found.index - 1] === '<' && node.value[found.index + value.length] === '>' ? 1 : 0;
    if (found.index - marked > done)
      pieces.push({ ...node, value: node.value.slice(done, found.index - marked) });
    pieces.push({ type: 'link', url: value, title: null, children: [{ ...node, value }] });
    done = found.index + value.length + marked;
  }
  return done < node.value.length ? [...pieces, { ...node, value: node.value.slice(done) }] : pieces;
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
    lineOf(node),
    `the formula "${excerpt(node.value, 60)}" cannot be set: it is kept as code`,
  );
  return true;
}

function linkOf(node: Link, context: BodyContext): PhrasingContent[] {
  const children = phrasing(node.children, context, true);
  const found = resolveLink(node.url, context);
  if (found.kind === 'entry') {
    if (found.say) context.tell(found.say.kind, 'info', lineOf(node), found.say.reason);
    return [{ type: 'link', url: `#${linkSpelling(found.number)}`, title: node.title ?? null, children }];
  }
  if (found.kind === 'url') {
    const shown = children.length > 0 ? children : [{ type: 'text' as const, value: found.url }];
    return [{ type: 'link', url: found.url, title: node.title ?? null, children: shown }];
  }
  if (found.say) context.tell(found.say.kind, 'warning', lineOf(node), found.say.reason);
  const told =
    found.address !== undefined && !textOf(children).includes(found.address.replace(/^\w+:/, ''))
      ? [{ type: 'text' as const, value: ` (${found.address})` }]
      : [];
  return [...children, ...told];
}

function imageOf(
  node: Extract<PhrasingContent, { type: 'image' }>,
  context: BodyContext,
  inLink: boolean,
): PhrasingContent[] {
  const found = context.image(node.url);
  const alt = (node.alt ?? '').replace(/\s+/g, ' ').trim();
  if (found.kind === 'asset') {
    if (alt === '')
      context.tell(
        'image-without-alternative',
        'warning',
        lineOf(node),
        `the image "${node.url.slice(0, 80)}" has no alternative text`,
        'Write what it shows.',
      );
    return [{ ...node, url: `../${found.path}`, alt }];
  }
  if (found.kind === 'remote') {
    context.tell(
      'image-remote',
      'info',
      lineOf(node),
      `the image ${found.url} is elsewhere: it becomes a link, and is not fetched`,
    );
    const text = alt || (node.title ?? '') || (found.url.split('/').at(-1) ?? '').split('?')[0] || found.url;
    if (inLink || !URL.canParse(found.url)) return alt === '' ? [] : [{ type: 'text', value: ` ${text} ` }];
    return [
      {
        type: 'link',
        url: found.url.replace(/\s/g, '%20'),
        title: null,
        children: [{ type: 'text', value: text }],
      },
    ];
  }
  context.tell(
    'image-missing',
    'warning',
    lineOf(node),
    `the image "${node.url.slice(0, 80)}" ${found.reason}; its alternative text stays`,
  );
  return alt === '' ? [] : [{ type: 'text', value: ` ${alt} ` }];
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}
