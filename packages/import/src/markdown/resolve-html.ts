import { fromHtml } from 'hast-util-from-html';
import type { Nodes, Parents, RootContent } from 'mdast';
import { boundHtml } from '../html/bound.ts';
import { isPhrasing, phrasingOf } from '../html/inline-content.ts';
import { escapeUnknownTags } from '../html/known-tags.ts';
import { type LeftOut, prepare } from '../html/prepare.ts';
import { eachHtml, htmlToMdast } from '../html/to-mdast.ts';
import { textOf } from '../model/text-of.ts';

const PHRASING_PARENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

/**
 * Turns the raw HTML of a Markdown tree into nodes, in place: tags and the Markdown between them are read
 * as one piece of HTML in which every Markdown node is a placeholder. Returns what was left out.
 */
export function resolveHtml(parent: Parents): readonly LeftOut[] {
  const leftOut: LeftOut[] = [];
  for (const child of parent.children)
    if ('children' in child) for (const item of resolveHtml(child as Parents)) leftOut.push(item);
  if (!PHRASING_PARENTS.has(parent.type))
    parent.children = (parent.children as Nodes[]).flatMap(splitMixed) as typeof parent.children;
  if (parent.children.some((child) => child.type === 'html')) {
    const inline = PHRASING_PARENTS.has(parent.type);
    const made = convert(parent.children as Nodes[], inline, leftOut);
    const children = inline ? made.flatMap(unwrap) : made;
    parent.children = (
      inline && parent.type !== 'paragraph' ? phrasingOf(children) : children
    ) as typeof parent.children;
  }
  return leftOut;
}

/** A paragraph in which HTML made blocks (`text <details>`) becomes paragraphs and those blocks. */
function splitMixed(node: Nodes): Nodes[] {
  if (node.type !== 'paragraph' || node.children.every((child) => isPhrasing(child))) return [node];
  const blocks: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    const last = blocks.at(-1);
    if (!isPhrasing(child)) blocks.push(child);
    else if (last?.type === 'paragraph' && last.position === node.position) last.children.push(child);
    else blocks.push({ ...node, children: [child] });
  }
  return blocks;
}

/** Takes inline content out of the paragraph that the mapping of HTML may have put around it. */
function unwrap(node: RootContent): Nodes[] {
  return node.type === 'paragraph' || (node.type === 'containerDirective' && node.name.startsWith('asked'))
    ? (node.children as Nodes[]).flatMap((child) => unwrap(child as RootContent))
    : [node];
}

function convert(children: readonly Nodes[], inline: boolean, leftOut: LeftOut[]): RootContent[] {
  const lines: { readonly at: number; readonly line: number }[] = [];
  let html = '';
  children.forEach((child, index) => {
    lines.push({ at: html.length, line: child.position?.start.line ?? 1 });
    html +=
      child.type === 'html'
        ? escapeUnknownTags(child.value)
        : `<octavo-node data-index="${index}" index="${index}"></octavo-node>`;
    if (!inline) html += '\n';
  });
  const tree = fromHtml(boundHtml(html), { fragment: true });
  const lineAt = lineFinder(html, lines);
  eachHtml(tree, (node) => {
    if (!node.position) return;
    const line = lineAt(node.position.start.offset ?? 0);
    node.position = { start: { line, column: 1 }, end: { line, column: 1 } };
  });
  for (const item of prepare(tree, false)) leftOut.push({ ...item, text: withWords(item.text, children) });
  return htmlToMdast(tree, children);
}

/** Inside a script a placeholder is text: the words that it stands for are what was left out. */
function withWords(text: string, children: readonly Nodes[]): string {
  return text.replace(/<octavo-node data-index="(\d+)"[^>]*><\/octavo-node>/g, (_all, index: string) => {
    const node = children[Number(index)];
    return node ? textOf(node) : '';
  });
}

/** Makes a function that tells on which line of the source an offset in the joined HTML is. */
function lineFinder(html: string, starts: readonly { readonly at: number; readonly line: number }[]) {
  let index = 0;
  return (offset: number): number => {
    if ((starts[index]?.at ?? 0) > offset) index = 0;
    while ((starts[index + 1]?.at ?? Number.POSITIVE_INFINITY) <= offset) index++;
    const start = starts[index];
    if (!start) return 1;
    return start.line + (html.slice(start.at, Math.min(offset, start.at + 100_000)).split('\n').length - 1);
  };
}
