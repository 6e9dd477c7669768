import { type Handbook, indexHandbook, toText } from '@octavo/core';
import { assemble, clauseLists, read, type Sources } from '@octavo/core/read';
import { numbered } from '@octavo/core/say';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { stringify } from 'yaml';
import { type BodySettings, exportedBody } from './exported-body.ts';
import { markdown } from './markdown.ts';

type EntryFile = Sources['entries'][number];

/**
 * A handbook's entries as one Markdown document: its front matter names the handbook, chapters are headings of
 * the second level with their ids, questions of the third with number and id (`### 618. What …? {#idempotency}`),
 * and what else an entry's front matter says stands in a comment below. `home` leads from the document to the handbook's folder.
 */
export function oneDocument(handbook: Handbook, files: readonly VFile[], home: string): string {
  const sources = read(files);
  const assembled = assemble(sources);
  const { entry } = indexHandbook(handbook);
  const { numbers, numbered: parts, clauses = false } = sources.handbook?.data ?? {};
  const settings: BodySettings = {
    home,
    target: (reference, from) => {
      const found = entry.get(assembled?.references.resolve(reference, from)?.number ?? '');
      return found && { id: found.id, name: numbered(found.number, toText(found.question)) };
    },
  };
  const byPath = new Map(sources.entries.map((source) => [source.file.path, source]));
  const sections = handbook.chapters.flatMap((chapter) => [
    `${heading(2, chapter.title).trimEnd()} {#${chapter.id}}\n`,
    ...(chapter.summary === undefined ? [] : [markdown(paragraph(chapter.summary))]),
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
  const { id, iri, title, language, edition } = handbook;
  const topics = handbook.topics.map(({ source: _source, ...topic }) => topic);
  const matter = {
    ...{ title, language, id, iri, edition },
    ...(numbers === undefined ? {} : { numbers }),
    ...(clauses ? { clauses } : {}),
    ...(parts === undefined ? {} : { numbered: parts }),
    ...(topics.length > 0 ? { topics } : {}),
  };
  return `---\n${stringify(matter, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${[heading(1, title), ...sections].join('\n')}`;
}

function entrySection(number: string, id: string, source: EntryFile, settings: BodySettings): string {
  const question = source.data.question ?? '';
  // A question is inline Markdown already.
  const head = `### ${numbered(number, question)} {#${id}}\n`;
  const facts = frontMatterComment(source);
  const body = markdown(
    exportedBody(source.tree, {
      ...settings,
      number,
      path: source.file.path,
      text: source.text,
    }),
  );
  return [head, ...(facts === '' ? [] : [facts]), body].join('\n');
}

/**
 * Returns the front matter that the heading does not say, as YAML in a comment. A comment cannot hold two
 * hyphens in a row.
 */
function frontMatterComment({ data }: EntryFile): string {
  const { number: _number, question: _question, id: _id, ...rest } = data;
  if (Object.keys(rest).length === 0) return '';
  const yaml = stringify(rest, { lineWidth: 0 }).trimEnd().replaceAll('--', '-\\-');
  return `<!--\n${yaml}\n-->\n`;
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
