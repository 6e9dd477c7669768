import { type AnswerNode, crossReferences, walk } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import type { Context } from '../plan/context.ts';
import { type SourcedText, sourcedTexts } from '../plan/sourced-texts.ts';
import { hasUnprintable } from '../xhtml/printable.ts';

/** Characters that XML cannot carry, links to entries that are not in the book, addresses that run code. */
export function textMessages(context: Context): readonly VFileMessage[] {
  return [...sourcedTexts(context.handbook)].flatMap((text) => [
    ...dangling(context, text),
    ...[...walk(text.nodes)].flatMap((node) => unprintable(node, text)),
  ]);
}

function dangling(context: Context, { nodes, source }: SourcedText): readonly VFileMessage[] {
  return crossReferences(nodes)
    .filter((reference) => !context.addresses.has(reference.number))
    .map((reference) =>
      message(
        'reference-resolves',
        'warning',
        `\`${reference.written}\` is not in this book; the link leads to ${context.addresses.entry(reference.number)}`,
        { source, position: reference.position },
      ),
    );
}

function unprintable(node: AnswerNode, { source }: SourcedText): readonly VFileMessage[] {
  if (!('value' in node) || !hasUnprintable(node.value)) return [];
  const reason = 'A control character or half a surrogate pair, which XML cannot carry, is left out';
  return [message('text-is-xml', 'warning', reason, { source, position: node.position })];
}
