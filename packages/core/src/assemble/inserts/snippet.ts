import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { didYouMean } from '../../message/nearest.ts';
import type { BodyContext } from '../body-context.ts';
import { variablesIn } from './arguments.ts';
import type { Snippet } from './insert.ts';
import { type OpenInsert, openInsert } from './open-insert.ts';

/**
 * Opens the snippet that a directive names. Reports one that is not there, that has no text for the language of the
 * book, or that says nothing (`snippet-known`).
 */
export function openSnippet(
  node: LeafDirective | TextDirective,
  context: BodyContext,
): (OpenInsert & { readonly snippet: Snippet }) | undefined {
  const { id } = node.attributes ?? {};
  const tell = (reason: string, expected: string | readonly string[]): undefined =>
    void context.report('snippet-known', { reason, place: node.position, expected });
  if (!id) return tell('the snippet is not named', '::snippet{id=…}, with the name of a file in snippets/');
  if (node.children.length > 0)
    tell('a snippet has no words of its own here', '::snippet{id=…}, or :snippet[]{id=…} in text');
  const found = context.inserts.snippet(id);
  if (!found) {
    const ids = [...context.inserts.snippets.keys()];
    const tags = context.inserts.snippets.get(id);
    return tags
      ? tell(
          `the snippet "${id}" has no text in the language of the book, "${context.variables.language}"`,
          `snippets/${id}.md, or snippets/${id}.${context.variables.language}.md: there is ${tags.join(', ')}`,
        )
      : tell(
          `there is no snippet "${id}"${didYouMean(id, ids, (near) => `"${near}"`)}`,
          ids.length > 0 ? ids : `a file snippets/${id}.md`,
        );
  }
  const { insert: snippet } = found;
  const { variables, digest } = variablesIn(snippet, node, context);
  const notes = `${id}${digest === '' ? '' : `-${digest}`}.`;
  const open = openInsert(node, snippet, context, { rule: 'snippet-known', name: id, notes, variables });
  if (open?.tree.children.every(({ type }) => type === 'yaml'))
    open.context.report('snippet-known', {
      reason: `the snippet "${id}" is empty`,
      place: { line: 1, column: 1 },
    });
  if (open) tellUncited(open);
  return open && { ...open, snippet };
}

function tellUncited({ tree, context }: OpenInsert): void {
  const cited = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => void cited.add(identifier));
  for (const [identifier, { label, position }] of context.footnoteSources)
    if (!cited.has(identifier))
      context.report('footnote-used', {
        reason: `nothing cites the footnote "[^${label ?? identifier}]"`,
        place: position,
        note: 'Cite it or remove it: it will not be printed.',
      });
}
