import type { Nodes, RootContent } from 'mdast';
import { stringify } from '../markdown/stringify.ts';

/** Core reads no paragraph with more emphasis marks than this: nobody writes one. */
const MAX_MARKS = 900;

/** Whether a paragraph of Markdown has more marks than core reads. */
export function hasTooManyMarks(text: string): boolean {
  return (
    text.length > MAX_MARKS &&
    text.split(/\n\s*\n/).some((part) => (part.match(/[*_]+/g)?.length ?? 0) > MAX_MARKS)
  );
}

/** The same words without emphasis, and with marks that are text written as character references. */
export function withFewMarks(children: readonly RootContent[]): string {
  const text = stringify({
    type: 'root',
    children: children.flatMap((child) => plain(child)) as RootContent[],
  });
  return text.replaceAll('\\*', '&#42;').replaceAll('\\_', '&#95;');
}

function plain(node: Nodes): Nodes[] {
  if (!('children' in node)) return [node];
  const children = (node.children as Nodes[]).flatMap((child) => plain(child));
  return node.type === 'emphasis' || node.type === 'strong' ? children : [{ ...node, children } as Nodes];
}
