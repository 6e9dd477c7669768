import type { Handbook } from '@octavo/core';
import type { Sources } from '@octavo/core/read';
import { cellOf, TABLE_COLUMNS } from '@octavo/import';

/**
 * The entries as rows of a table, the names of the columns first: questions and answers are Markdown as in their
 * files, and behind Octavo's columns stand the type and the fields that the handbook declares.
 */
export function tableOfEntries(
  handbook: Handbook,
  { entries: files }: Pick<Sources, 'entries'>,
  digests: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const sources = new Map(files.map((source) => [source.file.path, source]));
  const own = handbook.types ? ['type', ...handbook.types.fields.map(({ name }) => name)] : [];
  const columns = [...TABLE_COLUMNS, ...own];
  const rows = handbook.chapters.flatMap(({ id: chapter, entries }) =>
    entries.map(({ number, topics, status, source: { path } }) => {
      const { data, fields = {}, text = '', tree } = sources.get(path) ?? {};
      const row: Readonly<Record<string, string | undefined>> = {
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cellOf(value)])),
        type: data?.type,
        number,
        chapter,
        question: data?.question ?? '',
        // Front matter is the first node of a file.
        answer: text.slice(tree?.children[0]?.position?.end.offset).trim(),
        status,
        topics: topics.join(' '),
        digest: digests.get(number) ?? '',
      };
      return columns.map((column) => row[column] ?? '');
    }),
  );
  return [columns, ...rows];
}
