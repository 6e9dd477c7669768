import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { phrasingToMarkdown } from '../markdown/to-markdown.ts';
import type { FoundDocument } from '../model/found.ts';
import type { MadeBook } from './make-book.ts';
import { variableFindings } from './variable-findings.ts';
import { variableNames } from './variable-names.ts';

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
  const { nameOf, used } = variableNames(documents);
  const first = documents[0]?.path ?? 'handbook.yaml';
  const inText = (text: string, path = first) =>
    text.replace(NAMED, (whole, a?: string, b?: string) => {
      const name = nameOf(a ?? b ?? '', path);
      return name === undefined ? whole : `{{${name}}}`;
    });
  for (const { question, answer, footnotes, place } of book.entries)
    for (const nodes of [question, answer, [...footnotes.values()]])
      nameIn(nodes, (written) => nameOf(written, place.path));
  for (const { body, footnotes, place } of [...book.front, ...(book.intros ?? []), ...book.back])
    for (const nodes of [body, [...footnotes.values()]])
      nameIn(nodes, (written) => nameOf(written, place.path));
  const chapters = book.chapters.map(({ title, summary, ...chapter }) => ({
    ...chapter,
    title: inText(title),
    ...(summary === undefined ? {} : { summary: inText(summary) }),
  }));
  const title = inText(book.title);
  const values = new Map<string, string | undefined>();
  // A value may name others, which are used then.
  for (const [name, { value, path }] of used)
    values.set(name, value === undefined ? undefined : inText(value, path));
  if (used.size === 0) return made;
  for (const name of circular(values)) values.set(name, undefined);
  const variables = Object.fromEntries(
    [...values].map(([name, value]) => [name, markdownOf(value ?? `[${used.get(name)?.written}]`)]),
  );
  return {
    ...made,
    findings: [...made.findings, ...variableFindings(used, values, first)],
    book: { ...book, title, chapters, matter: { ...book.matter, variables } },
  };
}

/** The variables whose values lead back to themselves. */
function circular(values: ReadonlyMap<string, string | undefined>): readonly string[] {
  const left = new Map(
    [...values].map(([name, value]) => [
      name,
      new Set([...(value ?? '').matchAll(/\{\{([\w-]+)\}\}/g)].map(([, other = '']) => other)),
    ]),
  );
  const namedBy = new Map<string, string[]>();
  for (const [name, others] of left)
    for (const other of others) namedBy.set(other, [...(namedBy.get(other) ?? []), name]);
  const ready = [...left].flatMap(([name, others]) => (others.size === 0 ? [name] : []));
  for (const name of ready) {
    left.delete(name);
    for (const by of namedBy.get(name) ?? []) {
      left.get(by)?.delete(name);
      if (left.get(by)?.size === 0) ready.push(by);
    }
  }
  return [...left.keys()];
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
