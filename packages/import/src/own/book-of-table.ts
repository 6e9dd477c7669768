import { entrySchema, groupBy, type OwnField } from '@octavo/core';
import type { FootnoteDefinition, Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Book } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import { namer, slugOf } from '../assign/slugs.ts';
import { languageOf } from '../detect/language.ts';
import { parseMarkdown, parseWritten } from '../markdown/parse.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { derivedTypes, type SaidField, type SaidFields } from './derived-types.ts';
import { inlineWritten, keepProse } from './keep-prose.ts';
import { type EntryText, type OwnDocument, type OwnEntry, ownBook, withFactsOf } from './own-book.ts';

/**
 * The book of a table that `octavo export` wrote, as far as its rows tell: what handbook.yaml, types.yaml and
 * topics.yaml say is made of the ids that rows name. `find` looks for the pictures beside the table.
 */
export function bookOfTable(
  path: string,
  { texts, keys = [] }: Pick<OwnDocument, 'texts' | 'keys'>,
  find: FindAsset,
): { readonly book: Book; readonly remarks: readonly string[] } {
  const name = path.replace(/^.*\/|\.\w+$/g, '');
  const give = namer();
  const assets = new Map<string, Uint8Array>();
  const missing = new Set<string>();
  const picture = (url: string) => {
    const own = url.replace(/^(?:\.\.\/)+/, '');
    const bytes = find(own);
    if (bytes) assets.set(own, bytes);
    else missing.add(own);
    return bytes !== undefined;
  };
  const entries = texts.map((text): OwnEntry => {
    const question = inlineWritten(text.question);
    const { number, chapter, line } = text;
    const { id = slugOf(textOf(question)) ?? 'entry', ...facts } = text.facts;
    // Marks of clauses are no Markdown: their lists stay as they are written.
    const body = facts.clauses === true ? verbatim(text.answer) : answerOf(text.answer, picture);
    return withFactsOf(
      { number, chapter, id: give(String(id)), question, ...body, place: { path, line } },
      facts,
    );
  });
  const chapters = [...groupBy(texts, ({ chapter }) => chapter).keys()].map((id) => ({
    id,
    title: titled(id),
  }));
  const topics = new Set(entries.flatMap((entry) => entry.topics ?? []));
  const id = slugOf(name) ?? 'handbook';
  const about = {
    ...{ id, title: name, language: languageOf(texts.map(({ answer }) => answer).join('\n')) },
    ...{ iri: `https://example.invalid/${id}/`, edition: undefined },
    topics: [...topics].map((topic) => ({ id: topic, title: titled(topic) })),
  };
  const said = fieldsIn(
    texts.map(({ facts }) => facts),
    keys,
  );
  const lacks =
    'a table does not hold pages, glossary, parts and what else handbook.yaml says; titles of chapters, topics and types, and what may be said in fields, are made of what its rows name';
  return {
    book: { ...ownBook(about, { chapters, assets }, entries), ...derivedTypes(said) },
    remarks: [
      lacks,
      ...[...missing].map((url) => `the picture ${url} is not there: its alternative text stays`),
    ],
  };
}

/** The type and the fields of each row, under the names of their columns: what front matter of every handbook can hold is no field. */
function fieldsIn(rows: readonly EntryText['facts'][], keys: readonly string[]): readonly SaidFields[] {
  const { properties } = entrySchema(undefined, 0) as { readonly properties: object };
  const names = keys.filter((name) => !(name in properties));
  const schemas = names.map((name) => [name, schemaOf(rows.flatMap((row) => row[name] ?? []))] as const);
  return rows.map(({ type, ...facts }) => ({
    type: type === undefined ? undefined : { name: String(type), title: titled(String(type)) },
    fields: schemas.flatMap(([name, schema]): SaidField[] =>
      facts[name] === undefined ? [] : [{ name, title: titled(name), value: facts[name], schema }],
    ),
  }));
}

/** The schema that all these values follow: of one type, of the properties that they have, and Markdown where marks stand in them. */
function schemaOf(values: readonly unknown[]): OwnField['schema'] {
  const [type, ...others] = new Set(values.map((value) => (Array.isArray(value) ? 'array' : typeof value)));
  if (type === undefined || others.length > 0 || values.includes(null)) return {};
  if (type === 'array') return { type, items: schemaOf(values.flat()) };
  if (type === 'object') {
    const all = groupBy(
      values.flatMap((value) => Object.entries(value as object)),
      ([name]) => name,
    );
    const properties = [...all].map(([name, same]) => [name, schemaOf(same.map(([, value]) => value))]);
    return { type, properties: Object.fromEntries(properties) };
  }
  // A text with a tag in it, `<of>`, is none that was written as Markdown.
  const nodes = type === 'string' ? values.flatMap((value) => inlineOf(String(value))) : [];
  const isMarked = nodes.some((node) => node.type !== 'text') && nodes.every((node) => node.type !== 'html');
  return { type, ...(isMarked ? { format: 'markdown' } : {}) };
}

/** An id as a title: `first-aid` and `firstAid` are "First aid". */
function titled(id: string): string {
  const words = id
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function verbatim(value: string): Pick<OwnEntry, 'answer' | 'footnotes'> {
  return { answer: [{ type: 'html', value }], footnotes: new Map() };
}

/** An answer as its file says it; a picture that is not there leaves its alternative text. */
function answerOf(
  markdown: string,
  picture: (url: string) => boolean,
): Pick<OwnEntry, 'answer' | 'footnotes'> {
  const tree: Root = parseWritten(markdown) ?? parseMarkdown(markdown);
  keepProse(tree, markdown);
  visit(tree, 'image', (node: Nodes, index, parent) => {
    if (node.type !== 'image' || !parent || index === undefined || picture(node.url)) return;
    parent.children[index] = { type: 'text', value: oneLine(node.alt ?? '') } as never;
  });
  const notes = tree.children.filter(
    (node): node is FootnoteDefinition => node.type === 'footnoteDefinition',
  );
  return {
    answer: tree.children.filter((node) => node.type !== 'footnoteDefinition'),
    footnotes: new Map(notes.map((note) => [note.identifier, note])),
  };
}

function inlineOf(line: string): PhrasingContent[] {
  const [first] = parseMarkdown(line).children;
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: line }];
}
