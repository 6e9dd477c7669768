import type { Book } from '../assign/book.ts';
import type { Finding } from '../model/finding.ts';
import type { FoundDropped } from '../model/found.ts';
import type { WordCheck } from './word-check.ts';

/** That a contents list was left out. */
export function contentsFindings(dropped: readonly FoundDropped[]): readonly Finding[] {
  return dropped
    .filter(({ what }) => what === 'contents list')
    .slice(0, 1)
    .map(({ place }) => ({
      kind: 'contents-dropped',
      severity: 'info',
      place,
      reason: 'the contents list of the document was left out: every format makes its own',
    }));
}

/** That words are missing. */
export function wordFindings({ missing, missingCount }: WordCheck): readonly Finding[] {
  const [first] = missing;
  if (!first) return [];
  return [
    {
      kind: 'words-missing',
      severity: 'warning',
      place: first.place,
      reason: `${missingCount === 1 ? '1 word of the source is' : `${missingCount} words of the source are`} in no entry: ${missing
        .slice(0, 8)
        .map(({ word }) => word)
        .join(', ')}`,
      note: 'The report lists them with their lines.',
    },
  ];
}

/** What the publisher has to set before a release. */
export function incomplete(book: Book | undefined): readonly Finding[] {
  if (!book || book.edition !== undefined) return [];
  return [
    {
      kind: 'handbook-incomplete',
      severity: 'warning',
      place: { path: 'handbook.yaml', line: 1 },
      reason: `the source names no address and no edition: iri is https://example.invalid/${book.id}/, edition 0-undated`,
      note: 'Set iri and edition in handbook.yaml before the first release.',
    },
  ];
}
