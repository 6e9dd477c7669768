import type { Nodes, RootContent } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Phrasing } from '../../model/answer.ts';
import { tellForeign } from '../body/foreign.ts';
import { keptChildren } from '../body/only.ts';
import type { BodyContext } from '../body-context.ts';
import { placedAt } from './placed.ts';
import { openSnippet } from './snippet.ts';

/** What is no text by itself. */
const BESIDE: ReadonlySet<string> = new Set(['yaml', 'definition', 'footnoteDefinition']);

/**
 * The words of the snippet that `:snippet[]{id=…}` names, in their place. Reports one that is more than one paragraph
 * (`snippet-fits`).
 */
export function snippetPhrasing(
  node: LeafDirective | TextDirective,
  context: BodyContext,
  childPhrasing: (parent: { children: readonly unknown[] }, context: BodyContext) => readonly Phrasing[],
): readonly Phrasing[] {
  const open = openSnippet(node, context);
  if (!open) return [];
  const { tree, context: inner, snippet } = open;
  const blocks = keptChildren(tree.children, inner).filter(({ type }) => !BESIDE.has(type));
  const [paragraph, ...more] = blocks;
  if (!paragraph) return [];
  const block = [paragraph, ...more].find(({ type }) => type !== 'paragraph') ?? more[0];
  if (block || paragraph.type !== 'paragraph') {
    inner.report('snippet-fits', {
      reason: `the snippet "${snippet.id}" holds ${nameOf(block)}, and stands where there is room for words alone`,
      place: block?.position,
      expected: 'one paragraph',
      note: `Put it on a line of its own, "::snippet{id=${snippet.id}}", outside of tables and titles, or make it one paragraph.`,
    });
    return [];
  }
  tellForeign(paragraph, inner);
  const { place } = context;
  const use = place ? { start: place, end: place } : node.position;
  return placedAt(childPhrasing(paragraph, inner), use, inner.file.path);
}

const NAMES: Readonly<Partial<Record<RootContent['type'], string>>> = {
  heading: 'a heading',
  list: 'a list',
  table: 'a table',
  code: 'code',
  math: 'a displayed formula',
  blockquote: 'a quotation',
  paragraph: 'more than one paragraph',
};

function nameOf(block: Nodes | undefined): string {
  return NAMES[block?.type as RootContent['type']] ?? 'more than words';
}
