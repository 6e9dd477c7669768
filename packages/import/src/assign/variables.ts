import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { phrasingToMarkdown } from '../markdown/to-markdown.ts';
import type { FoundDocument } from '../model/found.ts';
import { variableName } from '../model/variable-name.ts';
import type { MadeBook } from './make-book.ts';
import { variableFindings } from './variable-findings.ts';

/** A value that a text names: `{{ product }}`, `{{site.name | upcase}}`, `${product}`; or other braces. */
const NAMED =
  /\{\{-?\s*([$.\w][\w.$-]*)\s*(?:\|[^{}]*)?-?\}\}|\$\{\s*([A-Za-z_][\w.-]*)\s*\}|\{\{[^{}\n]*(?:\}\})?/g;

/**
 * Makes variables of the values that a book's texts name: each is declared in handbook.yaml, with the value that a
 * document gives it, or with its name in brackets, and the report says which. Other braces are kept as code.
 */
export function withVariables(
  made: MadeBook,
  documents: readonly FoundDocument[],
  asked: boolean | undefined,
): MadeBook {
  const { book } = made;
  if (!book || !asked) return made;
  /** How the source writes each name. */
  const used = new Map<string, string>();
  const named = (written: string): string | undefined => {
    const name = variableName(written);
    if (name !== undefined && !used.has(name)) used.set(name, written);
    return name;
  };
  const inText = (text: string) =>
    text.replace(NAMED, (whole, a?: string, b?: string) => {
      const name = named(a ?? b ?? '');
      return name === undefined ? whole : `{{${name}}}`;
    });
  for (const { question, answer, footnotes } of book.entries)
    for (const nodes of [question, answer, [...footnotes.values()]]) nameIn(nodes, named);
  for (const { body, footnotes } of [...book.front, ...(book.intros ?? []), ...book.back])
    for (const nodes of [body, [...footnotes.values()]]) nameIn(nodes, named);
  const chapters = book.chapters.map(({ title, summary, ...chapter }) => ({
    ...chapter,
    title: inText(title),
    ...(summary === undefined ? {} : { summary: inText(summary) }),
  }));
  const title = inText(book.title);
  const given = new Map(documents.flatMap(({ variables }) => [...(variables ?? [])]).reverse());
  // A value may name others.
  for (const name of used.keys()) inText(given.get(name) ?? '');
  if (used.size === 0) return made;
  const variables = Object.fromEntries(
    [...used].map(([name, written]) => [name, markdownOf(given.get(name) ?? `[${written}]`)]),
  );
  return {
    ...made,
    findings: [...made.findings, ...variableFindings(used, given, documents[0]?.path ?? 'handbook.yaml')],
    book: { ...book, title, chapters, matter: { ...book.matter, variables } },
  };
}

/** Writes the values that texts name as `{{name}}`, in place; braces that name none become code. */
function nameIn(
  nodes: readonly (RootContent | PhrasingContent)[],
  named: (written: string) => string | undefined,
): void {
  visit({ type: 'root', children: nodes } as Root, 'text', (node: Text, index, parent) => {
    if (!parent || index === undefined || !/\{\{|\$\{/.test(node.value)) return undefined;
    const pieces: PhrasingContent[] = [];
    let text = '';
    let done = 0;
    for (const { index: at, 0: whole, 1: braces, 2: dollar } of node.value.matchAll(NAMED)) {
      const written = braces ?? dollar;
      const name = written === undefined ? undefined : named(written);
      text += node.value.slice(done, at);
      done = at + whole.length;
      if (name !== undefined) text += `{{${name}}}`;
      else {
        if (text !== '') pieces.push({ ...node, value: text });
        pieces.push({ type: 'inlineCode', value: whole.trim() });
        text = '';
      }
    }
    text += node.value.slice(done);
    if (text !== '') pieces.push({ ...node, value: text });
    (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** A value as inline Markdown; what it names stays. */
function markdownOf(value: string): string {
  return phrasingToMarkdown([{ type: 'text', value }]);
}
