import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { didYouMean } from '../../message/nearest.ts';
import { digest } from '../../model/digest.ts';
import { toText } from '../../model/to-text.ts';
import type { BodyContext } from '../body-context.ts';
import { NAME, readUse, type Variable, type Variables } from '../variables/variable-use.ts';
import type { Snippet } from './insert.ts';

/**
 * What `{{name}}` stands for in a snippet: the values that the directive gives, each inline Markdown, and the book's
 * own. Reports one that the snippet has no use for (`snippet-known`).
 */
export function variablesIn(
  { id, source: { text } }: Snippet,
  node: LeafDirective | TextDirective,
  context: BodyContext,
): { readonly variables: Variables; readonly digest: string } {
  const book = context.inserted?.variables ?? context.variables;
  const used = new Set([...text.matchAll(/\{\{[^{}\n]*\}\}/g)].flatMap(([use]) => readUse(use)?.name ?? []));
  const point = context.place ?? node.position?.start ?? { line: 1, column: 1 };
  const given = new Map<string, Variable>();
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (name === 'id') continue;
    if (!NAME.test(name) || !used.has(name))
      context.report('snippet-known', {
        reason: `the snippet "${id}" has no {{${name}}}${didYouMean(name, used, (near) => `"${near}"`)}`,
        place: node.position,
        expected: used.size === 0 ? 'no arguments: the snippet names none' : [...used],
      });
    const words = context.inserts.words(value ?? '', point, context);
    given.set(name, { value: toText(words), words, digest: digest(words) });
  }
  return {
    digest: given.size === 0 ? '' : digest([...given].map(([name, one]) => [name, one.digest])).slice(0, 8),
    variables: {
      ...book,
      // Every name in a snippet is one that somebody gives.
      owns: () => true,
      names: [...given.keys(), ...book.names],
      look: (name) => given.get(name) ?? book.look(name),
    },
  };
}
