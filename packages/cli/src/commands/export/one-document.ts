import { type Handbook, indexHandbook, toText } from '@octavo/core';
import { markdownWriter } from '@octavo/core/markdown';
import { assemble, clauseLists, type Sources } from '@octavo/core/read';
import { numbered } from '@octavo/core/say';
import type { Root } from 'mdast';
import type {} from 'mdast-util-directive';
import { stringify } from 'yaml';
import { type BodySettings, exportedBody } from './exported-body.ts';

// This import declares the nodes that directives add to mdast.

/** Serializes a tree in the Markdown that Octavo reads. */
const markdown: (tree: Root) => string = markdownWriter();

type EntryFile = Sources['entries'][number];

/**
 * A handbook as one Markdown document: its front matter says what the handbook's YAML files say, chapters and pages
 * are headings of the second level with their ids, questions of the third with number and id
 * (`### 618. What …? {#idempotency}`), and what else an entry's front matter says stands in a comment below. `home`
 * leads from the document to the handbook's folder; `digests` are those of entries and pages, by their numbers.
 */
export function oneDocument(
  handbook: Handbook,
  sources: Sources,
  home: string,
  digests: ReadonlyMap<string, string>,
): string {
  const assembled = assemble(sources);
  const { entry } = indexHandbook(handbook);
  const byPath = new Map(sources.entries.map((source) => [source.file.path, source]));
  const { clauses = false } = sources.handbook?.data ?? {};
  const settings: BodySettings = {
    home,
    target: (reference, from) => {
      const found = entry.get(assembled?.references.resolve(reference, from)?.number ?? '');
      if (!found) return undefined;
      const { number, id, question, source } = found;
      const written = byPath.get(source.path)?.data.question ?? '';
      return OF_EDITIONS.test(written)
        ? { id, words: { type: 'html', value: numbered(number, written) } }
        : { id, words: { type: 'text', value: numbered(number, toText(question)) } };
    },
  };
  const pages = (folder: 'front' | 'back') =>
    handbook[folder].flatMap(({ id, title }) => {
      const source = sources.pages.get(`${folder}/${id}`);
      const body = source && exportedBody(source.tree, { ...settings, ...placeOf(id, source) });
      return body ? [headOf(title, id), ...frontMatterComment(source), markdown(body)] : [];
    });
  const introOf = ({ id, summary, intro }: Handbook['chapters'][number]): readonly string[] => {
    const source = intro && sources.pages.get(`${id}/index`);
    if (source) return [markdown(exportedBody(source.tree, { ...settings, ...placeOf(id, source) }))];
    return summary === undefined ? [] : [markdown(paragraph(summary))];
  };
  const sections = handbook.chapters.flatMap((chapter) => [
    headOf(chapter.title, chapter.id),
    ...introOf(chapter),
    ...chapter.entries.flatMap(({ number, id, source: { path } }) => {
      const source = byPath.get(path);
      if (!source) return [];
      const hasClauses = assembled?.hasClauses(source) ?? false;
      // What a chapter says of its entries stands with each of them.
      const data = hasClauses === clauses ? source.data : { ...source.data, clauses: hasClauses };
      const tree = hasClauses ? clauseLists(source) : source.tree;
      return [entrySection(number, id, { ...source, data, tree }, settings)];
    }),
  ]);
  const matter = {
    ...matterOf(sources),
    ...(digests.size > 0 ? { digests: Object.fromEntries(digests) } : {}),
  };
  return `---\n${stringify(matter, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${[heading(1, handbook.title), ...pages('front'), ...sections, ...pages('back')].join('\n')}`;
}

/**
 * What an exported document says of its handbook beside the text, so that it comes back as the same one: what the
 * YAML files of the handbook say.
 */
export function matterOf(sources: Sources): Readonly<Record<string, unknown>> {
  const { schemaVersion: _, chapters = [], ...book } = sources.handbook?.data ?? {};
  const taxonomies = [...sources.taxonomies].map(([id, { data }]) => [id, data] as const);
  const snippets = [...sources.snippets].map(([name, { text }]) => [name, text] as const);
  // Titles stand in the text, and so does a summary where no introduction does.
  const more = chapters.flatMap(({ title: _title, summary, ...rest }): readonly object[] => {
    const about = sources.pages.has(`${rest.id}/index`)
      ? { ...rest, introduction: true, ...(summary === undefined ? {} : { summary: summary.trim() }) }
      : rest;
    return Object.keys(about).length > 1 ? [about] : [];
  });
  return {
    ...book,
    ...(more.length > 0 ? { chapters: more } : {}),
    ...(sources.topics ? { topics: sources.topics.data.topics } : {}),
    ...(sources.glossary ? { glossary: sources.glossary.data.terms } : {}),
    ...(sources.types ? { types: sources.types.data } : {}),
    ...(taxonomies.length > 0 ? { taxonomies: Object.fromEntries(taxonomies) } : {}),
    ...(snippets.length > 0 ? { snippets: Object.fromEntries(snippets) } : {}),
  };
}

/** What a question may hold that each edition says in its own way. */
const OF_EDITIONS = /\{\{|:only|:snippet/;

/** What the front matter of an entry says beside its number, id and question, and that of a page beside its title. */
export function factsOf({ data, fields }: FrontMatter): Readonly<Record<string, unknown>> {
  const { number: _number, question: _question, id: _id, title: _title, ...rest } = data;
  return { ...rest, ...fields };
}

interface FrontMatter {
  readonly data: Partial<EntryFile['data'] & { readonly title: string }>;
  readonly fields?: EntryFile['fields'];
}

function entrySection(number: string, id: string, source: EntryFile, settings: BodySettings): string {
  const question = source.data.question ?? '';
  // A question is inline Markdown already.
  const head = `### ${numbered(number, question)} {#${id}}\n`;
  const body = markdown(exportedBody(source.tree, { ...settings, ...placeOf(number, source) }));
  return [head, ...frontMatterComment(source), body].join('\n');
}

function placeOf(number: string, { file, text }: Pick<EntryFile, 'file' | 'text'>) {
  return { number, path: file.path, text };
}

/** The heading of a chapter or a page. */
function headOf(title: string, id: string): string {
  return `${heading(2, title).trimEnd()} {#${id}}\n`;
}

/**
 * Returns the front matter that the heading does not say, as YAML in a comment. A comment cannot hold two
 * hyphens in a row.
 */
function frontMatterComment(source: FrontMatter): readonly string[] {
  const rest = factsOf(source);
  if (Object.keys(rest).length === 0) return [];
  const yaml = stringify(rest, { lineWidth: 0 }).trimEnd().replaceAll('--', '-\\-');
  return [`<!--\n${yaml}\n-->\n`];
}

function heading(depth: 1 | 2, text: string): string {
  return markdown({
    type: 'root',
    children: [{ type: 'heading', depth, children: [{ type: 'text', value: text }] }],
  });
}

function paragraph(text: string): Root {
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] };
}
