import type { AnswerNode, CrossReference, Phrasing } from '../../model/answer.ts';
import { mergeText } from './plain-text.ts';

/** The fields of a node that hold nodes. */
const HOLDERS = ['children', 'title', 'summary', 'caption'] as const;

/** Nodes with the links to entries in them replaced by what `change` gives for each; undefined keeps one. */
export function mapReferences<Node extends AnswerNode>(
  nodes: readonly Node[],
  change: (link: CrossReference) => readonly Phrasing[] | undefined,
): readonly Node[] {
  let isReplaced = false;
  const changed = nodes.flatMap((node): readonly AnswerNode[] => {
    if (node.type === 'crossReference') {
      const instead = change(node);
      isReplaced ||= instead !== undefined;
      return instead ?? [node];
    }
    const fields = HOLDERS.flatMap((name) => {
      const value = (node as Partial<Record<typeof name, unknown>>)[name];
      return Array.isArray(value) ? [[name, mapReferences(value as AnswerNode[], change)]] : [];
    });
    return [{ ...node, ...Object.fromEntries(fields) }];
  });
  return (isReplaced ? mergeText(changed as Phrasing[]) : changed) as readonly Node[];
}
