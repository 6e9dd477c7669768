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
      const { data, fields = {}, text = '' } = sources.get(path) ?? {};
      const row: Readonly<Record<string, string | undefined>> = {
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cellOf(value)])),
        type: data?.type,
        number,
        chapter,
        question: data?.question ?? '',
        answer: bodyOf(text).trim(),
        status,
        topics: topics.join(' '),
        digest: digests.get(number) ?? '',
      };
      return columns.map((column) => row[column] ?? '');
    }),
  );
  return [columns, ...rows];
}

/** What stands below the front matter of a file. */
export function bodyOf(text: string): string {
  return text.slice(/^---\n[\s\S]*?\n---(?:\n|$)/.exec(text)?.[0].length ?? 0);
}
