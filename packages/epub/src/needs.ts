import { type AnswerNode, type Handbook, indexHandbook, type Needs, walk } from '@octavo/core';
import { hasUnprintable } from '@octavo/core/hast';
import { aliasAnchor, entryAnchor } from '@octavo/core/say';
import type { VFileMessage } from 'vfile-message';
import { bookImages } from './assets/book-images.ts';
import { embeddedFonts } from './assets/embedded-fonts.ts';
import { addressesOf } from './book/addresses.ts';
import { isXmlName } from './book/anchors.ts';
import { sourcedTexts } from './book/sourced-texts.ts';
import type { Context } from './context.ts';
import { coverProblems } from './cover/cover.ts';
import { message } from './message.ts';
import { claimMessages } from './package/accessibility.ts';
import { bookFacts } from './package/book-facts.ts';

/**
 * What the EPUB needs: images and fonts that a container can hold, a cover that shops accept, an
 * accessibility claim in the words of the standard, and anchors and text that XML permits.
 */
export const needs: Needs = (handbook: Handbook, { assets = new Map() } = {}) => [
  ...bookImages(handbook, bookFacts(handbook).images, assets).messages,
  ...embeddedFonts(handbook.settings.epub.fonts, assets).messages,
  ...coverProblems(handbook, assets),
  ...claimMessages(handbook),
  ...anchorMessages(handbook),
  ...textMessages({ handbook, index: indexHandbook(handbook), addresses: addressesOf(handbook) }),
];

/** Reports ids that XML does not permit as an `id`; the entry is still found by its number. Old anchors are of addresses, which lead to no EPUB. */
function anchorMessages(handbook: Handbook): readonly VFileMessage[] {
  return handbook.chapters
    .flatMap(({ entries }) => entries)
    .filter(({ id }) => !isXmlName(aliasAnchor(id, handbook)))
    .map(({ id, number, source }) =>
      message('anchor-is-xml-name', {
        reason: `\`${id}\` cannot be an anchor in an EPUB (XML ids begin with a letter); \`#${entryAnchor(number)}\` is there`,
        at: source,
        severity: 'info',
      }),
    );
}

type Texts = Pick<Context, 'handbook' | 'index' | 'addresses'>;

/** Characters that XML cannot carry and links to entries that are not in the book. */
function textMessages(context: Texts): readonly VFileMessage[] {
  const messages: VFileMessage[] = [];
  for (const { nodes, source } of sourcedTexts(context.handbook)) {
    for (const node of walk(nodes)) {
      const [rule, reason] = faultOf(context, node) ?? [];
      if (rule && reason)
        messages.push(message(rule, { reason, at: source, place: node.position, severity: 'warning' }));
    }
  }
  return messages;
}

function faultOf(context: Texts, node: AnswerNode): readonly [ruleId: string, reason: string] | undefined {
  if (node.type === 'crossReference' && !context.addresses.has(node.number)) {
    const address = context.addresses.entry(node.number);
    return ['reference-resolves', `\`${node.written}\` is not in this book; the link leads to ${address}`];
  }
  if ('value' in node && hasUnprintable(node.value)) {
    return [
      'text-is-xml',
      'A control character or half a surrogate pair, which XML cannot carry, is left out',
    ];
  }
  return undefined;
}
