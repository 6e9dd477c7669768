import type { Book } from '../assign/book.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { FoundDropped } from '../model/found.ts';
import type { WordCheck } from './word-check.ts';

/** Says that a contents list was left out. */
export function contentsFindings(dropped: readonly FoundDropped[]): readonly Finding[] {
  const first = dropped.find(({ what }) => what === 'contents list');
  const reason = 'the contents list of the document was left out: every format makes its own';
  return first ? [finding('contents-dropped', 'info', first.place, reason)] : [];
}

/** Says that words are missing. */
export function wordFindings({ missing, missingCount }: WordCheck): readonly Finding[] {
  const [first] = missing;
  if (!first) return [];
  const many = missingCount === 1 ? '1 word of the source is' : `${missingCount} words of the source are`;
  const listed = missing.slice(0, 8).map(({ word }) => word);
  const reason = `${many} in no entry: ${listed.join(', ')}`;
  return [
    finding('words-missing', 'warning', first.place, reason, 'The report lists them with their lines.'),
  ];
}

/** Says what the publisher has to set before a release. */
export function incomplete(book: Book | undefined): readonly Finding[] {
  if (!book || book.edition !== undefined) return [];
  return [
    finding(
      'handbook-incomplete',
      'warning',
      { path: 'handbook.yaml', line: 1 },
      `the source names no address and no edition: iri is https://example.invalid/${book.id}/, edition 0-undated`,
      'Set iri and edition in handbook.yaml before the first release.',
    ),
  ];
}
