import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast';
import { tableCaption, term } from '../model/nodes.ts';
import { parseMarkdown } from './parse.ts';

/** A line that begins what is said about the term above it (kramdown, Pandoc, PHP Markdown Extra, MkDocs). */
const DEFINES = /(?:^|\n)[ ]{0,3}:[ \t]+/;

/** Makes terms of definition lists, in place: `Term`, and below it `: what is said`, with or without a blank line between. */
export function takeDefinitions(parent: Parents): void {
  const kept: Nodes[] = [];
  /** The term whose definition goes on in lines that are indented. */
  let open: ReturnType<typeof term> | undefined;
  for (const node of parent.children as Nodes[]) {
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') takeDefinitions(node);
    if (open && node.type === 'code' && !node.lang && !node.meta) {
      open.children.push(...(parseMarkdown(node.value).children as typeof open.children));
      continue;
    }
    open = undefined;
    const [title, ...said] = node.type === 'paragraph' ? cut(node) : [];
    const before = kept.at(-1);
    // A definition under a blank line belongs to the paragraph or the term above it.
    const above =
      title?.length === 0 && (before?.type === 'paragraph' || isTerm(before)) ? before : undefined;
    if (title?.length === 0 && said.length === 1 && before?.type === 'table') {
      // Below a table it is its caption (Pandoc).
      kept.splice(-1, 0, tableCaption(said[0] ?? [], node.position));
      continue;
    }
    if (!title || said.length === 0 || (title.length === 0 && !above)) {
      kept.push(node);
      continue;
    }
    const blocks = said.map((children): RootContent => ({ type: 'paragraph', children }));
    if (above && isTerm(above)) {
      open = above;
      open.children.push(...(blocks as typeof open.children));
      continue;
    }
    if (above) kept.pop();
    open = term(above?.type === 'paragraph' ? above.children : title, blocks);
    kept.push({ ...open, position: (above ?? node).position } as Nodes);
    open = kept.at(-1) as typeof open;
  }
  parent.children = kept as typeof parent.children;
}

function isTerm(node: Nodes | undefined): node is ReturnType<typeof term> {
  return node?.type === 'containerDirective' && node.name === 'term';
}

/** The lines of a paragraph before its first definition, and each definition. */
function cut({ children }: Paragraph): PhrasingContent[][] {
  const pieces: PhrasingContent[][] = [[]];
  for (const [at, node] of children.entries()) {
    if (node.type !== 'text') {
      pieces.at(-1)?.push(node);
      continue;
    }
    // At the beginning of a text behind a mark there is no line's beginning.
    const lines = at === 0 ? node.value.split(DEFINES) : ` ${node.value}`.split(DEFINES);
    if (at > 0) lines[0] = lines[0]?.slice(1) ?? '';
    for (const [index, value] of lines.entries()) {
      if (index > 0) pieces.push([]);
      if (value !== '') pieces.at(-1)?.push({ ...node, value });
    }
  }
  return pieces;
}
