import type { AnswerNode, CrossReference, FootnoteReference, Image, Link } from './answer.ts';
import type { Entry } from './documents.generated.ts';

/** The children of any node, in reading order; none for a leaf. */
export function childrenOf(node: AnswerNode): readonly AnswerNode[] {
  switch (node.type) {
    case 'details':
      return [...node.summary, ...node.children];
    case 'admonition':
      return [...(node.title ?? []), ...node.children];
    case 'figure':
      return [node.image];
    case 'table':
      return [...(node.caption ?? []), ...node.children];
    default:
      return 'children' in node ? node.children : [];
  }
}

/** Everything that an entry says beside its question: the answer, its footnotes, and the text of its own fields. */
export function entryNodes({ answer, footnotes, fields = [] }: EntryTexts): readonly AnswerNode[] {
  return [...answer, ...footnotes, ...fields.flatMap(({ prose = [] }) => prose.flat())];
}

type EntryTexts = Pick<Entry, 'answer' | 'footnotes' | 'fields'>;

/** Every node below and including the given ones, in reading order. */
export function* walk(nodes: readonly AnswerNode[]): Generator<AnswerNode> {
  const ahead = nodes.toReversed();
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) ahead.push(children[at] as AnswerNode);
  }
}

/** The cross-references among the given nodes, in reading order. */
export function crossReferences(nodes: readonly AnswerNode[]): readonly CrossReference[] {
  return [...walk(nodes)].filter((node) => node.type === 'crossReference');
}

/** The links to entries of other handbooks and volumes among the given nodes, in reading order. */
export function outerLinks(nodes: readonly AnswerNode[]): readonly Link[] {
  return [...walk(nodes)].filter((node) => node.type === 'link').filter((link) => link.entry !== undefined);
}

/** The footnote marks among the given nodes, in reading order. */
export function footnoteReferences(nodes: readonly AnswerNode[]): readonly FootnoteReference[] {
  return [...walk(nodes)].filter((node) => node.type === 'footnoteReference');
}

/** The images among the given nodes, in reading order. */
export function imagesIn(nodes: readonly AnswerNode[]): readonly Image[] {
  return [...walk(nodes)].filter((node) => node.type === 'image');
}
