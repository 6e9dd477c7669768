import type { ImageReference, LinkReference, Image as MdastImage, Link as MdastLink } from 'mdast';
import type { InlineMath as MdastInlineMath } from 'mdast-util-math';
import type { Image, Phrasing } from '../../model/answer.ts';
import { type BodyContext, insideHtml, insideLink, positionOf, sourceOf } from '../body-context.ts';
import { snippetPhrasing } from '../inserts/inserted-phrasing.ts';
import { isSnippet } from '../inserts/is-insert.ts';
import type { HtmlElement, Item } from '../item.ts';
import { refuseDirectives } from '../stray-directive.ts';
import { filled, linkPieces, variable } from '../variables/fill.ts';
import { literalPhrasing, localisation } from './directives.ts';
import { refuseInLink, toLink } from './links.ts';
import { cutLiteralAddress, isBareAddress } from './literal-address.ts';
import { freeName } from './note-names.ts';
import { isEmptied, keptPhrasing } from './only.ts';
import { edge, joinLines, mergeText } from './plain-text.ts';
import { nestHtml } from './raw-html.ts';
import { refuseUndefinedNotes } from './undefined-notes.ts';

/** Turns mdast phrasing (and HTML already paired with it) into the model's phrasing. */
export function toPhrasing(items: readonly Item[], context: BodyContext): readonly Phrasing[] {
  const known = new Map<Item, readonly Phrasing[]>();
  // Of a snippet an edition may leave nothing, which is seen when it is read: once, and in the order of its notes.
  const kept = keptPhrasing(items, context, (item) => {
    const made = one(item, context, []);
    known.set(item, made);
    return made.length === 0 && context.conditions.leavesOut && isSnippet(item);
  });
  return mergeText(
    kept.flatMap((item, at) => {
      const made = known.get(item) ?? one(item, context, [kept[at - 1], kept[at + 1]]);
      return made.some((node) => 'children' in node && isEmptied(item, node.children, context)) ? [] : made;
    }),
  );
}

/** The phrasing of a parent: its raw HTML paired first. */
export function childPhrasing(
  parent: { children: readonly unknown[] },
  context: BodyContext,
): readonly Phrasing[] {
  return toPhrasing(nestHtml(parent.children as Parameters<typeof nestHtml>[0], context), context);
}

function one(item: Item, context: BodyContext, beside: readonly (Item | undefined)[]): readonly Phrasing[] {
  const position = positionOf(item);
  switch (item.type) {
    case 'text':
      refuseUndefinedNotes(item, context);
      return [
        { type: 'text', value: joinLines(item.value, edge(beside[0], -1), edge(beside[1], 0)), ...position },
      ];
    case 'htmlText':
      return [
        {
          type: 'text',
          value: joinLines(filled(item.value, context, { place: item.position })),
          position: item.position,
        },
      ];
    case 'htmlElement':
      return element(item, context);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: item.type, children: childPhrasing(item, context), ...position }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: item.value.replace(/\r?\n/g, ' '), ...position }];
    case 'variable':
      return variable(item, context);
    case 'break':
      return [{ type: 'break', ...position }];
    case 'inlineMath':
      return [inlineMath(item, context)];
    case 'link':
      return literalAware(item, context);
    case 'linkReference':
      return linkReference(item, context);
    case 'image':
      return [toImage(item, context)];
    case 'imageReference':
      return imageReference(item, context);
    case 'footnoteReference':
      return footnote(item.identifier, item, context);
    case 'textDirective':
      if (isSnippet(item)) return snippetPhrasing(item, context, childPhrasing);
      if (item.name === 'only' && item.children.length === 0)
        context.report('condition-known', {
          reason: '":only[]" holds nothing',
          place: item.position,
          expected:
            ':only[text]{audience=internal}, or :only[] at the beginning of a cell of the first column or row',
        });
      if (item.name === 'only') return childPhrasing(item, context);
      if (item.name !== 'span') return [literalPhrasing(item, context)];
      return [
        { type: 'span', ...localisation(item, context), children: childPhrasing(item, context), ...position },
      ];
    default:
      return [{ type: 'text', value: joinLines(sourceOf(item, context)), ...position }];
  }
}

/** The image an mdast image names. */
export function toImage(
  node: Pick<MdastImage, 'url' | 'alt' | 'title' | 'position'>,
  context: BodyContext,
): Image {
  const place = node.position;
  const pieces = linkPieces(context.text.slice(place?.start.offset, place?.end.offset));
  // A condition in the description is already gone from it, but for the words that it holds.
  if (!node.alt?.includes(':only')) refuseDirectives(pieces.label ?? '', () => place, context);
  return {
    type: 'image',
    url: context.image(filled(node.url, context, { place, plain: true, source: pieces.url }), place),
    alt: filled(node.alt ?? '', context, { place, source: pieces.label }),
    ...(node.title ? { title: filled(node.title, context, { place, source: pieces.title }) } : {}),
    ...positionOf(node),
  };
}

/** A link, or what stands around an address that GFM found; in a question such an address is words. */
function literalAware(node: MdastLink, context: BodyContext): readonly Phrasing[] {
  if (context.within.question && isBareAddress(node)) return childPhrasing(node, context);
  return cutLiteralAddress(node).flatMap((piece): readonly Phrasing[] => {
    if (piece.type !== 'link')
      return [{ type: 'text', value: 'value' in piece ? piece.value : '', ...positionOf(piece) }];
    const words = wordsOf(piece, context);
    return isEmptied(piece, words, context) ? [] : [toLink(piece, words, context)];
  });
}

/** The words of a link. An address in bare text is its own words, in which the parser saw no values. */
function wordsOf(node: MdastLink, context: BodyContext): readonly Phrasing[] {
  const [only] = node.children;
  if (!isBareAddress(node) || only?.type !== 'text') return childPhrasing(node, insideLink(context));
  const value = filled(only.value, context, { place: node.position, plain: true });
  return [{ type: 'text', value, ...positionOf(node) }];
}

function linkReference(node: LinkReference, context: BodyContext): readonly Phrasing[] {
  const definition = context.definitions.get(node.identifier);
  if (!definition) return childPhrasing(node, context);
  const children = childPhrasing(node, insideLink(context));
  if (isEmptied(node, children, context)) return [];
  return [
    toLink({ url: definition.url, title: definition.title, position: node.position }, children, context),
  ];
}

function imageReference(node: ImageReference, context: BodyContext): readonly Phrasing[] {
  const definition = context.definitions.get(node.identifier);
  if (!definition) return [{ type: 'text', value: sourceOf(node, context), ...positionOf(node) }];
  const { url, title } = definition;
  return [toImage({ url, alt: node.alt ?? '', title: title ?? null, position: node.position }, context)];
}

function footnote(identifier: string, node: Item, context: BodyContext): readonly Phrasing[] {
  refuseInLink('a footnote', node, context);
  if (!context.withEmptyNotes) {
    context.report('snippet-fits', {
      reason: 'the snippet has a footnote, and is put into a text that has none',
      place: node.position,
      note: 'Say in its words what the note says, or put it into an answer or a page.',
    });
    return [];
  }
  const name = freeName(context.notes + identifier, context.file, context.footnotes);
  let cited = context.footnotes.get(name);
  if (!cited) {
    const { line = 1, column = 1 } = context.inserted?.use ?? {};
    const point = { line, column };
    const position = context.inserted ? { start: point, end: point } : node.position;
    const source = context.footnoteSources.get(identifier);
    cited = { index: context.footnotes.size + 1, source, context, position };
    context.footnotes.set(name, cited);
  }
  return [{ type: 'footnoteReference', identifier: name, index: cited.index, ...positionOf(node) }];
}

/** As in Pandoc: `$` that opens has no space behind it, `$` that closes none before it and no digit after: "$5 and $10" is money. */
function inlineMath(node: MdastInlineMath, context: BodyContext): Phrasing {
  const source = sourceOf(node, context);
  const single = source.startsWith('$') && !source.startsWith('$$');
  const next = context.text.charAt(node.position?.end.offset ?? 0);
  if (single && (/^\$\s|\s\$$/.test(source) || /\d/.test(next))) {
    return { type: 'text', value: joinLines(source), ...positionOf(node) };
  }
  return { type: 'inlineMath', value: node.value, ...positionOf(node) };
}

function element(item: HtmlElement, context: BodyContext): readonly Phrasing[] {
  const { position } = item;
  const children = () => toPhrasing(item.children, insideHtml(context));
  switch (item.name) {
    case 'br':
      return [{ type: 'break', position }];
    case 'sub':
      return [{ type: 'subscript', children: children(), position }];
    case 'sup':
      return [{ type: 'superscript', children: children(), position }];
    case 'kbd':
      return [{ type: 'keyboard', children: children(), position }];
    case 'abbr': {
      const { title } = item.attributes;
      return [{ type: 'abbreviation', ...(title ? { title } : {}), children: children(), position }];
    }
    case 'img': {
      const { src = '', alt = '', title = null } = item.attributes;
      return [toImage({ url: src, alt, title, position }, context)];
    }
    case 'a':
      if (item.attributes.href === undefined) return children();
      return htmlLink(item, item.attributes.href, context);
    case 'details':
    case 'summary':
      context.report('no-raw-html', {
        reason: `<${item.name}> cannot stand inside a paragraph`,
        place: position,
        note: 'Put <details> on a line of its own, with blank lines around what it holds.',
      });
      return children();
  }
}

function htmlLink(item: HtmlElement, url: string, context: BodyContext): readonly Phrasing[] {
  const { attributes, position } = item;
  const words = toPhrasing(item.children, insideLink(insideHtml(context)));
  if (isEmptied(item, words, context)) return [];
  return [toLink({ url, title: attributes.title, position }, words, context)];
}
