import type { AnswerNode } from '../../model/answer.ts';
import { toText } from '../../model/to-text.ts';

/**
 * What stands in place of a picture that is not there any more: its alternative text, and a figure's caption. Every other
 * node, and a picture among those that are there, stays.
 *
 * @param there the paths of the pictures
 */
export function withoutLostPicture(
  node: AnswerNode,
  there: { readonly has: (path: string) => boolean },
): readonly AnswerNode[] {
  if (node.type === 'image') return there.has(node.url) ? [node] : [{ type: 'text', value: node.alt }];
  if (node.type !== 'figure' || there.has(node.image.url)) return [node];
  return toText([node])
    .split('\n')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}
