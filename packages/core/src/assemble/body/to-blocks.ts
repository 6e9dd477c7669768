import type { Code as MdastCode, List as MdastList, Paragraph as MdastParagraph, Nodes } from 'mdast';
import type { Admonition, Block, Details, List, Paragraph, Phrasing } from '../../model/answer.ts';
import {
  type BodyContext,
  insideHtml,
  pointWithin,
  positionOf,
  sourceOf,
  withoutClauses,
} from '../body-context.ts';
import { clauseBlocks } from '../clauses/clause-blocks.ts';
import { snippetBlocks } from '../inserts/inserted-blocks.ts';
import { isQuote, isSnippet } from '../inserts/is-insert.ts';
import { quotedBlocks } from '../inserts/quote.ts';
import type { HtmlElement, Item } from '../item.ts';
import { filled } from '../variables/fill.ts';
import { type Alert, alertOf } from './alerts.ts';
import { admonitionKind, checkContainer, literalBlocks, splitLabel } from './directives.ts';
import { tellForeign, tellForeignCode } from './foreign.ts';
import { isEmptied, keptChildren, markedChildren } from './only.ts';
import { mergeText, trim } from './plain-text.ts';
import { nestHtml } from './raw-html.ts';
import { headingPart, idOfPicture, mathPart } from './to-part.ts';
import { childPhrasing, toPhrasing } from './to-phrasing.ts';
import { toTable } from './to-table.ts';

/** The blocks of a parent, its raw HTML paired first; labels make clauses where the context says so. */
export function childBlocks(
  parent: { children: readonly unknown[] },
  context: BodyContext,
): readonly Block[] {
  const children = parent.children as readonly Nodes[];
  if (!context.clauses) return toBlocks(nestHtml(keptChildren(children, context), context), context);
  const { keep, isLeft } = markedChildren(context);
  const nest = (siblings: readonly Nodes[]) => nestHtml(keep(siblings), context);
  const { text, report, conditions } = context;
  const reading = { text, report, nest, ...(conditions.leavesOut ? { isLeft } : {}) };
  return clauseBlocks(nest(children), reading, (run) => toBlocks(run, context));
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
      tellForeign(item, context);
      return unlessEmptied(item, headingPart(item, context), context);
    case 'thematicBreak':
      return [{ type: 'thematicBreak', ...position }];
    case 'blockquote': {
      const alert = alertOf(item, context);
      const quoted = alert
        ? admonition(alert, alert.title, context, position)
        : { type: item.type, children: childBlocks(item, withoutClauses(context)), ...position };
      return unlessEmptied(item, quoted, context);
    }
    case 'list':
      return list(item, context);
    case 'code': {
      const { lang, meta } = item;
      tellForeignCode(item, context);
      const value = codeWithValues(item, context);
      return [{ type: 'code', ...(lang ? { lang } : {}), ...(meta ? { meta } : {}), value, ...position }];
    }
    case 'math':
      return [mathPart(item, context)];
    case 'table':
      return [toTable(item, context)];
    case 'containerDirective': {
      const kind = admonitionKind(item);
      checkContainer(item, context);
      const { label, children } = splitLabel(item);
      const inner = withoutClauses(context);
      if (!kind) return literalBlocks(item, childBlocks({ children }, inner), context);
      const title = label && childPhrasing({ children: label }, context);
      const blocks = childBlocks({ children }, inner);
      return unlessEmptied(
        item,
        { type: 'admonition', kind, ...(title?.length ? { title } : {}), children: blocks, ...position },
        context,
      );
    }
    case 'leafDirective':
      if (isSnippet(item)) return snippetBlocks(item, context, childBlocks);
      if (isQuote(item)) return quotedBlocks(item, withoutClauses(context), childBlocks);
      return literalBlocks(item, [], context);
    case 'htmlElement':
      return unlessEmptied(item, details(item, insideHtml(withoutClauses(context))), context);
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

/** Code is printed as it is written, unless its fence says `vars`. */
function codeWithValues({ meta, value, position }: MdastCode, context: BodyContext): string {
  if (!/(?:^|\s)vars(?:\s|$)/.test(meta ?? '')) return value;
  const line = (position?.start.line ?? 0) + 1;
  const place = (at: number) => pointWithin({ line, column: position?.start.column ?? 1 }, value, at);
  return filled(value, context, { plain: true, place });
}

/** GitHub's alert as the admonition it is. */
function admonition(
  { kind, children }: Alert,
  title: string | undefined,
  context: BodyContext,
  position: ReturnType<typeof positionOf>,
): Admonition {
  return {
    type: 'admonition',
    kind,
    ...(title === undefined ? {} : { title: [{ type: 'text', value: title, ...position }] }),
    children: childBlocks({ children }, withoutClauses(context)),
    ...position,
  };
}

/** An image alone with a title is a figure; one span alone gives the paragraph its language and direction. */
function paragraph(node: MdastParagraph, context: BodyContext): readonly Block[] {
  const id = idOfPicture(node, context);
  if (id === undefined) tellForeign(node, context);
  const children = trim(
    childPhrasing(id === undefined ? node : { children: node.children.slice(0, 1) }, context),
  );
  if (children.length === 0) return [];
  const [only] = children;
  if (children.length === 1 && only?.type === 'image' && only.title) {
    const own = id === undefined ? {} : { id };
    return [{ type: 'figure', ...own, image: only, caption: only.title, ...positionOf(node) }];
  }
  if (id !== undefined)
    context.report('numbered-complete', {
      reason: `the picture with the id "${id}" has no caption`,
      place: node.position,
      expected: `a caption in quotation marks behind its path: ![…](…/picture.png "Caption"){#${id}}`,
    });
  return [toParagraph(children, positionOf(node))];
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

/** A list without the items of which a condition left nothing; no list where it left none. */
function list(node: MdastList, context: BodyContext): readonly List[] {
  const spread = node.spread === true || node.children.some((item) => item.spread);
  // Boxes to tick are no clauses, whatever their words begin with.
  const inner = node.children.some(({ checked }) => typeof checked === 'boolean')
    ? withoutClauses(context)
    : context;
  const items = node.children.flatMap((item) => {
    const children = childBlocks(item, inner);
    return isEmptied(item, children, context) ? [] : [{ item, children }];
  });
  if (items.length === 0) return [];
  const made: List = {
    type: 'list',
    ordered: node.ordered === true,
    ...(node.ordered ? { start: node.start ?? 1 } : {}),
    spread,
    children: items.map(({ item, children }) => ({
      type: 'listItem',
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      spread: item.spread === true,
      children,
      ...positionOf(item),
    })),
    ...positionOf(node),
  };
  return [made];
}

/** A block, or nothing where a condition left nothing of what it held. */
function unlessEmptied(
  item: Item,
  block: Extract<Block, { readonly children: readonly unknown[] }>,
  context: BodyContext,
): readonly Block[] {
  return isEmptied(item, block.children, context) ? [] : [block];
}

function details(item: HtmlElement, context: BodyContext): Details {
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
