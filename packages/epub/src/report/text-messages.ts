import { type AnswerNode, walk } from '@octavo/core';
import { hasUnprintable } from '@octavo/core/hast';
import type { VFileMessage } from 'vfile-message';
import { sourcedTexts } from '../book/sourced-texts.ts';
import type { Context } from '../context.ts';
import { message } from '../message.ts';

type Texts = Pick<Context, 'handbook' | 'index' | 'addresses'>;

/** Characters that XML cannot carry and links to entries that are not in the book. */
export function textMessages(context: Texts): readonly VFileMessage[] {
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
