import { type Entry, type Handbook, instant, type LedgerRevision, type OutputFile } from '@octavo/core';
import { entryPath } from '@octavo/core/say';
import { compactObject } from '../localised.ts';
import { answerText, phrasingText } from '../resources/answer-text.ts';
import { type Scope, scopeOf } from '../resources/scope.ts';
import { resourceDocument } from './resource-document.ts';

/**
 * Makes a tombstone at the IRI of every withdrawn entry: its question, when and why it was withdrawn, and
 * what replaces it.
 */
export function tombstones(
  handbook: Handbook,
  revisions: ReadonlyMap<string, LedgerRevision>,
): readonly OutputFile[] {
  const scope = scopeOf(handbook);
  const withdrawn = handbook.chapters.flatMap((chapter) =>
    chapter.entries.filter((entry) => entry.status === 'withdrawn'),
  );
  return withdrawn.map((entry) => {
    const date =
      revisions.get(entryPath(entry.number))?.date ?? instant(entry.revised ?? handbook.edition.date);
    return tombstone(entry, date, scope);
  });
}

function tombstone(entry: Entry, deleted: string, { iris, local }: Scope): OutputFile {
  const reason = answerText(entry);
  return resourceDocument(
    entryPath(entry.number),
    {
      '@type': 'Tombstone',
      '@id': iris.entry(entry.number),
      ...compactObject({
        position: entry.number,
        identifier: entry.id,
        name: local.one(phrasingText(entry.question)),
        formerType: 'Question',
        deleted,
        summary: reason === '' ? undefined : local.one(reason),
        isReplacedBy: entry.replacedBy === undefined ? undefined : iris.entry(entry.replacedBy),
      }),
    },
    iris,
  );
}
