import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block, ListItem as ModelItem } from '../../model/answer.ts';
import type { EntryFile } from '../../read/read.ts';
import type { Item } from '../item.ts';
import { clauseBlocks } from './clause-blocks.ts';
import { clauseSource } from './clause-source.ts';
import { escaped, readLabel } from './label.ts';

/**
 * The tree of an answer whose labels make clauses, as any reader of Markdown shows them: each clause is an item of a
 * list with bullets that begins with its label. Read again, it gives the same clauses; a word that looks like a label
 * and is none stands behind a backslash.
 */
export function clauseLists(source: Pick<EntryFile, 'text' | 'tree'>): Root {
  const tree = clauseSource(source);
  const isAside = ({ type }: RootContent) => /^(?:yaml|definition|footnoteDefinition)$/.test(type);
  const context = {
    text: source.text,
    report: () => {},
    nest: (siblings: readonly unknown[]) => siblings as readonly Item[],
  };
  const flow = tree.children.filter((node) => !isAside(node));
  // The blocks that are no clauses stay what they were in Markdown.
  const blocks = clauseBlocks(context.nest(flow), context, (run) => run as unknown as readonly Block[]);
  return { ...tree, children: [...blocks.map(toFlow), ...tree.children.filter(isAside)] };
}

function toFlow(block: Block): RootContent {
  if (block.type === 'list' && block.labelled) {
    const children = block.children.map(bulleted);
    return { type: 'list', ordered: false, spread: children.some(({ spread }) => spread), children } as List;
  }
  return block.type === 'paragraph'
    ? plain(block as unknown as Paragraph)
    : (block as unknown as RootContent);
}

function bulleted({ label = '', children }: ModelItem): ListItem {
  const [first, ...others] = children.map(toFlow);
  const isText = first?.type === 'paragraph';
  const said = isText ? first.children : [];
  const head: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'html', value: said.length > 0 ? `${label} ` : label }, ...said],
  };
  const rest = (first && !isText ? [first, ...others] : others) as ListItem['children'];
  return { type: 'listItem', spread: rest.some(({ type }) => type !== 'list'), children: [head, ...rest] };
}

/** A paragraph in which no line begins with a label. */
function plain(paragraph: Paragraph): Paragraph {
  const children = paragraph.children.flatMap((node, at): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    return node.value.split(/(?<=\n)/).flatMap((line, index): PhrasingContent[] => {
      const label = at + index === 0 || index > 0 ? readLabel(line) : undefined;
      const rest: PhrasingContent = { type: 'text', value: label ? line.slice(label.text.length) : line };
      return label ? [{ type: 'html', value: escaped(label) }, rest] : [rest];
    });
  });
  return { ...paragraph, children };
}
