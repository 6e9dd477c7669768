import {
  type Handbook,
  isbn13,
  isbnsOf,
  type LedgerRelease,
  type Loaded,
  makeMessage,
  type SourceMap,
} from '@octavo/core';
import { compareEditions, editionText, foldChanges } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { History } from '../history/history.ts';
import { releasedEdition } from '../history/released-edition.ts';

/**
 * An ISBN belongs to one format forever: reports an error for each one that an earlier edition used for
 * another format.
 */
export function checkIsbnFormats(
  handbook: Handbook,
  { ledger }: Pick<History, 'ledger'>,
  places: SourceMap,
): readonly VFileMessage[] {
  return isbnsOf(handbook.identifiers).flatMap(({ format, value }) => {
    const [use] = ledger.flatMap((release) => usesOf(release, value)).filter((one) => one.format !== format);
    if (!use) return [];
    const reason = `the ISBN ${value} is given to the format ${format}, and it was that of ${use.format} in release ${use.version}`;
    const note = `An ISBN belongs to one format of one edition and is never used for anything else: have a new one assigned to the format ${format}.`;
    return [
      makeMessage('isbn-keeps-its-format', {
        place: places.locate('handbook.yaml', ['identifiers', 'isbn', format]),
        reason,
        note,
      }),
    ];
  });
}

/**
 * Another edition has another ISBN, and a corrected reprint keeps the old one (ISBN Users' Manual, 7th
 * edition, section 5): a warning for each ISBN that an earlier release has, when more than corrections
 * (`significance: editorial`) came since.
 */
export function checkIsbnEditions(
  handbook: Handbook,
  { ledger, words }: History,
  { places, severity }: Pick<Loaded, 'places' | 'severity'>,
): readonly VFileMessage[] {
  const weight = severity('isbn-new-edition');
  if (weight === 'off') return [];
  return isbnsOf(handbook.identifiers).flatMap(({ format, value }) => {
    const before = ledger.findLast((release) => usesOf(release, value).some((use) => use.format === format));
    if (!before) return [];
    const { telling } = foldChanges(compareEditions(releasedEdition(before, words), editionText(handbook)));
    if (telling.length === 0) return [];
    const changes = telling.length === 1 ? '1 change' : `${telling.length} changes`;
    const reason = `the ISBN ${value} (${format}) is that of release ${before.version}, and ${changes} since then ${telling.length === 1 ? 'is' : 'are'} more than a correction`;
    const note =
      'A new edition needs an ISBN of its own: have one assigned, or leave it out. A reprint with mere corrections keeps it: mark each changed entry "change: { significance: editorial }", or set "isbn-new-edition" to "off" under "rules:" in handbook.yaml.';
    return [
      makeMessage('isbn-new-edition', {
        place: places.locate('handbook.yaml', ['identifiers', 'isbn', format]),
        reason,
        note,
        severity: weight,
      }),
    ];
  });
}

/** Returns what a release used an ISBN for, whether it is written with ten digits or with thirteen. */
function usesOf(
  { version, isbn = {} }: Pick<LedgerRelease, 'version' | 'isbn'>,
  value: string,
): readonly { readonly version: string; readonly format: string }[] {
  return isbnsOf({ isbn })
    .filter((given) => isbn13(given.value) === isbn13(value))
    .map(({ format }) => ({ version, format }));
}
