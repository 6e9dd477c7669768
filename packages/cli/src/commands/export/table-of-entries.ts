import type { Handbook } from '@octavo/core';
import { read } from '@octavo/core/read';
import { TABLE_COLUMNS } from '@octavo/import';
import type { VFile } from 'vfile';

type Column = (typeof TABLE_COLUMNS)[number];

/** The entries as rows of a table, the names of the columns first: questions and answers are Markdown as in their files. */
export function tableOfEntries(
  handbook: Handbook,
  files: readonly VFile[],
  digests: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const sources = new Map(read(files).entries.map((source) => [source.file.path, source]));
  const rows = handbook.chapters.flatMap(({ id: chapter, entries }) =>
    entries.map(({ number, topics, status, source: { path } }) => {
      const { data, text = '' } = sources.get(path) ?? {};
      const row: Readonly<Record<Column, string>> = {
        number,
        chapter,
        question: data?.question ?? '',
        answer: bodyOf(text).trim(),
        status,
        topics: topics.join(' '),
        digest: digests.get(number) ?? '',
      };
      return TABLE_COLUMNS.map((column) => row[column]);
    }),
  );
  return [TABLE_COLUMNS, ...rows];
}

/** What stands below the front matter of a file. */
export function bodyOf(text: string): string {
  return text.slice(/^---\n[\s\S]*?\n---(?:\n|$)/.exec(text)?.[0].length ?? 0);
}
