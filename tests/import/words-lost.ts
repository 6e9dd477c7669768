import { loadHandbook, toText } from '@octavo/core';
import type { Imported } from '@octavo/import';
import { VFile } from 'vfile';

/** Words of the source that the imported handbook, read back by core, does not say; by the report, and by core's own reading. */
export function wordsLost({ files, report }: Imported): readonly string[] {
  const { handbook, files: read } = loadHandbook(
    files.map(({ path, content }) => new VFile({ path, value: content })),
  );
  const faults = read.flatMap((file) =>
    file.messages.filter(({ fatal }) => fatal === true).map((message) => `${file.path}: ${message.reason}`),
  );
  if (!handbook) return faults;
  const said = handbook.chapters
    .flatMap(({ entries }) => entries)
    .map(({ question, answer, footnotes }) => toText(question) + toText(answer) + toText(footnotes));
  const empty = said.filter((text) => text.trim() === '');
  return [
    ...faults,
    ...empty.map(() => 'an entry says nothing'),
    ...report.words.missing.map(({ word, place }) => `${word}, line ${place.line}`),
  ];
}
