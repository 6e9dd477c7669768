import { type Handbook, type Loaded, makeMessage, type SourceMap } from '@octavo/core';
import { checkLedger, compareEditions, editionText } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { History } from '../history/history.ts';
import { releasedEdition } from '../history/released-edition.ts';
import { checkEdition } from './check-edition.ts';
import { checkIsbnEditions, checkIsbnFormats } from './check-isbns.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPrevious } from './check-published.ts';
import { ledgerBefore } from './check-release.ts';

/**
 * Reports, without a build, what contradicts a handbook's history: errors for a ledger that belongs to
 * another handbook and for promises that the source breaks. Every command that reads a handbook reports them.
 */
export function checkHistory(
  handbook: Handbook,
  history: History,
  places: SourceMap,
): readonly VFileMessage[] {
  const { ledger } = history;
  return [
    ...checkLedger(handbook, ledger),
    ...checkPrevious(handbook, ledgerBefore(handbook.edition, ledger), places),
    ...checkNumbers(handbook, history, places),
    ...checkIsbnFormats(handbook, { ledger: ledgerBefore(handbook.edition, ledger) }, places),
  ];
}

/**
 * Reports as warnings what `octavo release` would refuse the edition for. Nothing is wrong with the sources
 * until the edition is released.
 */
export function checkNextRelease(
  handbook: Handbook,
  { ledger, words }: History,
  { places, severity }: Pick<Loaded, 'places' | 'severity'>,
): readonly VFileMessage[] {
  const { edition } = handbook;
  const before = { ledger: ledgerBefore(edition, ledger), words };
  const isbns = checkIsbnEditions(handbook, before, { places, severity });
  return [...isbns, ...laterProblems(handbook, { ledger, words }, places)];
}

function laterProblems(
  handbook: Handbook,
  { ledger, words }: History,
  places: SourceMap,
): readonly VFileMessage[] {
  const { edition } = handbook;
  const last = ledger.at(-1);
  if (last?.version !== edition.version)
    return checkEdition(handbook, edition.version, ledger, places).map((message) => {
      message.fatal = false;
      return message;
    });
  const changes = compareEditions(releasedEdition(last, words), editionText(handbook)).length;
  if (changes === 0) return [];
  const reason = `${edition.version} is released, and ${changes} ${changes === 1 ? 'thing has' : 'things have'} changed since`;
  const place = places.locate('handbook.yaml', ['edition', 'version']);
  return [
    makeMessage('release-later', {
      place,
      reason,
      note: 'Give the next edition a later version and date.',
      severity: 'warning',
    }),
  ];
}
