import type { Handbook } from '@octavo/core';
import { assemble, type Sources } from '@octavo/core/read';
import { cellOf, TABLE_COLUMNS } from '@octavo/import';
import { factsOf } from './one-document.ts';

/**
 * The entries as rows of a table, the names of the columns first: questions and answers are Markdown as in their
 * files. Behind Octavo's columns stand the type and the fields that the handbook declares, and whatever else the
 * front matter of an entry says.
 */
export function tableOfEntries(
  handbook: Handbook,
  sources: Sources,
  digests: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const byPath = new Map(sources.entries.map((source) => [source.file.path, source]));
  const assembled = assemble(sources);
  const declared = handbook.types ? ['type', ...handbook.types.fields.map(({ name }) => name)] : [];
  const rows = handbook.chapters.flatMap(({ id: chapter, entries }) =>
    entries.flatMap(({ number, id, topics, status, source: { path } }) => {
      const source = byPath.get(path);
      if (!source) return [];
      const { data, text, tree } = source;
      // What a chapter says of its entries stands with each of them.
      const clauses = assembled?.hasClauses(source) ? { clauses: true } : {};
      const facts = Object.entries({ ...factsOf(source), ...clauses });
      const row: Readonly<Record<string, string | undefined>> = {
        ...Object.fromEntries(facts.map(([name, value]) => [name, cellOf(value)])),
        ...{ number, chapter, id, status },
        question: data.question,
        // Front matter is the first node of a file.
        answer: text.slice(tree.children[0]?.position?.end.offset).trim(),
        topics: topics.join(' '),
        digest: digests.get(number) ?? '',
      };
      return [row];
    }),
  );
  const columns = [...new Set([...TABLE_COLUMNS, ...declared, 'id', ...rows.flatMap(Object.keys)])];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
}
