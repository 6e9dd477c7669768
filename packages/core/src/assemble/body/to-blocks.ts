import type { List as MdastList, Paragraph as MdastParagraph, Table as MdastTable } from 'mdast';
import type { Math as MdastMath } from 'mdast-util-math';
import type { Block, List, MathBlock, Paragraph, Phrasing, Table } from '../../model/answer.ts';
import { type BodyContext, insideHtml, positionOf, sourceOf } from './context.ts';
import { admonitionKind, checkContainer, literalBlocks, splitLabel } from './directives.ts';
import { mergeText } from './plain-text.ts';
import { type HtmlElement, type Item, nestHtml } from './raw-html.ts';
import { childPhrasing, toPhrasing } from './to-phrasing.ts';

/** The blocks of a parent, its raw HTML paired first. */
export function childBlocks(
  parent: { children: readonly unknown[] },
  context: BodyContext,
): readonly Block[] {
  return toBlocks(nestHtml(parent.children as Parameters<typeof nestHtml>[0], context), context);
}

/** Turns mdast flow (and HTML already paired with it) into the model's blocks. Loose phrasing becomes paragraphs. */
export function toBlocks(items: readonly Item[], context: BodyContext): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Phrasing[] = [];
  const flush = () => {
    const children = trim(mergeText(loose));
    if (children.length > 0) blocks.push(toParagraph(children, positionOf(children[0] ?? {})));
    loose = [];
  };
  for (const item of items) {
    if (isLoose(item)) {
      loose.push(...toPhrasing([item], context));
    } else {
      flush();
      blocks.push(...one(item, context));
    }
  }
  flush();
  return blocks;
}

function isLoose(item: Item): boolean {
  return (
    item.type === 'htmlText' ||
    item.type === 'text' ||
    (item.type === 'htmlElement' && item.name !== 'details')
  );
}

function one(item: Item, context: BodyContext): readonly Block[] {
  const position = positionOf(item);
  switch (item.type) {
    case 'paragraph':
      return paragraph(item, context);
    case 'heading':
      return [{ type: 'heading', depth: item.depth, children: childPhrasing(item, context), ...position }];
    case 'thematicBreak':
      return [{ type: 'thematicBreak', ...position }];
    case 'blockquote':
      return [{ type: 'blockquote', children: childBlocks(item, context), ...position }];
    case 'list':
      return [list(item, context)];
    case 'code': {
      const { lang, meta, value } = item;
      return [{ type: 'code', ...(lang ? { lang } : {}), ...(meta ? { meta } : {}), value, ...position }];
    }
    case 'math':
      return [mathBlock(item, context)];
    case 'table':
      return [table(item, context)];
    case 'containerDirective': {
      const kind = admonitionKind(item);
      checkContainer(item, context);
      const { label, children } = splitLabel(item);
      if (!kind) return literalBlocks(item, childBlocks({ children }, context), context);
      const title = label && childPhrasing({ children: label }, context);
      return [
        {
          type: 'admonition',
          kind,
          ...(title ? { title } : {}),
          children: childBlocks({ children }, context),
          ...position,
        },
      ];
    }
    case 'leafDirective':
      return literalBlocks(item, [], context);
    case 'htmlElement':
      return [details(item, insideHtml(context))];
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    case 'htmlText':
      return [];
    default:
      return [
        { type: 'paragraph', children: [{ type: 'text', value: sourceOf(item, context) }], ...position },
      ];
  }
}

/** An image alone with a title is a figure; one span alone gives the paragraph its language and direction. */
function paragraph(node: MdastParagraph, context: BodyContext): readonly Block[] {
  const children = trim(childPhrasing(node, context));
  if (children.length === 0) return [];
  const [only] = children;
  if (children.length === 1 && only?.type === 'image' && only.title) {
    return [{ type: 'figure', image: only, caption: only.title, ...positionOf(node) }];
  }
  return [toParagraph(children, positionOf(node))];
}

function mathBlock(node: MdastMath, context: BodyContext): MathBlock {
  if (!/\S\s*\$\$\s*$/.test(sourceOf(node, context)))
    context.report('math-parses', {
      reason: 'the formula is not closed: it goes on to the end of the text',
      place: node.position?.start,
      expected: '"$$" behind it or on the line below it',
    });
  return { type: 'math', value: node.value.trim(), ...positionOf(node) };
}

function toParagraph(children: readonly Phrasing[], position: ReturnType<typeof positionOf>): Paragraph {
  const [only] = children;
  if (children.length === 1 && only?.type === 'span') {
    const { lang, dir } = only;
    return {
      type: 'paragraph',
      ...(lang ? { lang } : {}),
      ...(dir ? { dir } : {}),
      children: only.children,
      ...position,
    };
  }
  return { type: 'paragraph', children, ...position };
}

function list(node: MdastList, context: BodyContext): List {
  const spread = node.spread === true || node.children.some((item) => item.spread);
  return {
    type: 'list',
    ordered: node.ordered === true,
    ...(node.ordered ? { start: node.start ?? 1 } : {}),
    spread,
    children: node.children.map((item) => ({
      type: 'listItem',
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      spread: item.spread === true,
      children: childBlocks(item, context),
      ...positionOf(item),
    })),
    ...positionOf(node),
  };
}

/** Every row gets as many cells as the header row has, as GFM renders it; a row that has more is reported. */
function table(node: MdastTable, context: BodyContext): Table {
  const width = node.children[0]?.children.length ?? 0;
  for (const row of node.children) {
    const extra = row.children[width];
    if (!extra) continue;
    context.report('table-has-header', {
      reason: `the row has ${row.children.length} cells, the header row ${width}: the rest is not printed`,
      place: extra.position,
      note: 'Add a column to the header row, or write "\\|" for a bar that is text.',
    });
  }
  return {
    type: 'table',
    align: Array.from({ length: width }, (_, column) => node.align?.[column] ?? null),
    children: node.children.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, column) => {
        const cell = row.children[column];
        return {
          type: 'tableCell',
          children: cell ? trim(childPhrasing(cell, context)) : [],
          ...positionOf(cell ?? row),
        };
      }),
      ...positionOf(row),
    })),
    ...positionOf(node),
  };
}

function details(item: HtmlElement, context: BodyContext): Block {
  const at = item.children.findIndex((child) => child.type === 'htmlElement' && child.name === 'summary');
  const summary = item.children[at];
  if (summary?.type !== 'htmlElement') {
    context.report('no-raw-html', {
      reason: '<details> has no <summary>',
      place: item.position,
      expected: '<summary>…</summary> right after <details>',
    });
  }
  return {
    type: 'details',
    summary: summary?.type === 'htmlElement' ? trim(toPhrasing(summary.children, context)) : [],
    children: toBlocks(
      item.children.filter((_, index) => index !== at),
      context,
    ),
    position: item.position,
  };
}

/** Without blank text at either end. */
function trim(nodes: readonly Phrasing[]): readonly Phrasing[] {
  const blank = (node: Phrasing | undefined) => node?.type === 'text' && node.value.trim() === '';
  let from = 0;
  let to = nodes.length;
  while (from < to && blank(nodes[from])) from++;
  while (to > from && blank(nodes[to - 1])) to--;
  return nodes.slice(from, to).map((node, at, all) => trimEnds(node, at === 0, at === all.length - 1));
}

function trimEnds(node: Phrasing, first: boolean, last: boolean): Phrasing {
  if (node.type !== 'text' || !(first || last)) return node;
  const value = first ? node.value.replace(/^[ \t\n]+/, '') : node.value;
  return { ...node, value: last ? value.replace(/[ \t\n]+$/, '') : value };
}
