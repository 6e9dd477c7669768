import { isBareAddress } from '@octavo/core/read';
import type { PhrasingContent, RootContent } from 'mdast';
import { oneLine, textOf } from '../model/text-of.ts';
import { isBlank, trimmed } from '../recognise/phrasing.ts';
import type { BodyContext } from './context.ts';
import { phrasing } from './to-body.ts';

export interface Question {
  readonly question: PhrasingContent[];
  /** What a question cannot hold (links, images, notes), for the end of the answer. */
  readonly moved: RootContent[];
}

/** A question in one line, without what it cannot hold; that goes to the end of the answer, and is said. */
export function toQuestion(found: readonly PhrasingContent[], context: BodyContext, line: number): Question {
  const moved: PhrasingContent[][] = [];
  const plain = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case 'link':
          if (!isBareAddress(node)) moved.push([node]);
          return plain(node.children);
        case 'image':
        case 'footnoteReference':
          moved.push([node]);
          return [];
        case 'break':
          return [{ type: 'text', value: ' ' }];
        case 'text':
        case 'inlineCode':
          return [{ ...node, value: node.value.replace(/\s+/g, ' ') }];
        default:
          return 'children' in node
            ? [{ ...node, children: plain(node.children as PhrasingContent[]) } as PhrasingContent]
            : [node];
      }
    });
  const question = unbold(trimmed(closedUp(plain(phrasing(structuredClone([...found]), context, false)))));
  if (moved.length > 0)
    context.tell(
      'moved-into-answer',
      'info',
      line,
      'a link, image or note of the question moves to the end of its answer',
    );
  const blank: PhrasingContent = { type: 'text', value: oneLine(textOf(found)) || '…' };
  return {
    question: isBlank(question) ? [blank] : question,
    moved: moved.map((children) => ({ type: 'paragraph', children })),
  };
}

/** Words between which something stood have one space between them. */
function closedUp(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const closed: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = closed.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      last.value = (last.value + node.value).replace(/ {2,}/g, ' ');
    else closed.push(node);
  }
  return closed;
}

/** A question that is bold as a whole is printed as a heading anyway. */
function unbold(nodes: PhrasingContent[]): PhrasingContent[] {
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'strong' ? unbold(trimmed(only.children)) : nodes;
}
