import { type Handbook, type Loaded, makeMessage, type SourceMap } from '@octavo/core';
import { checkLedger, compareEditions, editionText, retractionsOf } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import { type History, historyOf, releasesBefore } from '../history/history.ts';
import { releasedEdition } from '../history/released-edition.ts';
import { checkEdition } from './check-edition.ts';
import { checkIsbnEditions, checkIsbnFormats } from './check-isbns.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPrevious } from './check-published.ts';

/**
 * Reports, without a build, what contradicts a handbook's history: errors for a ledger that belongs to
 * another handbook and for promises that the source breaks. Every command that reads a handbook reports them.
 */
export function checkHistory(
  handbook: Handbook,
  history: History,
  places: SourceMap,
): readonly VFileMessage[] {
  const { edition } = handbook;
  const before = historyOf(edition, history, { own: false });
  return [
    ...checkLedger(handbook, history.ledger),
    ...checkPrevious(handbook, before.ledger, places),
    ...checkNumbers(handbook, historyOf(edition, history, { own: true }), places),
    ...checkIsbnFormats(handbook, before, places),
  ];
}

/**
 * Reports as warnings what `octavo release` would refuse the edition for. Nothing is wrong with the sources
 * until the edition is released.
 */
export function checkNextRelease(
  handbook: Handbook,
  history: History,
  { places, severity }: Pick<Loaded, 'places' | 'severity'>,
): readonly VFileMessage[] {
  const before = historyOf(handbook.edition, history, { own: false });
  const isbns = checkIsbnEditions(handbook, before, { places, severity });
  return [...isbns, ...laterProblems(handbook, history, places), ...retractedBase(handbook, before, places)];
}

/** What an edition is compared with may have been withdrawn. */
function retractedBase(
  { edition }: Handbook,
  { ledger, notices }: History,
  places: SourceMap,
): readonly VFileMessage[] {
  const base = releasesBefore(edition, ledger).at(-1);
  const retracted = base && retractionsOf(notices).get(base.version);
  if (!base || !retracted) return [];
  return [
    makeMessage('release-retracted', {
      place: places.locate('handbook.yaml', ['edition', 'version']),
      reason: `this edition follows ${base.version}, which was retracted on ${retracted.date.slice(0, 10)}: ${retracted.reason}`,
      note: 'Its list of changes and its histories compare with what that release said. Nothing is wrong with it.',
      severity: 'info',
    }),
  ];
}

function laterProblems(
  handbook: Handbook,
  { ledger, words }: History,
  places: SourceMap,
): readonly VFileMessage[] {
  const { edition } = handbook;
  const own = ledger.find(({ version }) => version === edition.version);
  if (!own || ledger.some(({ previous }) => previous?.version === own.version))
    return checkEdition(handbook, edition.version, ledger, places).map((message) => {
      message.fatal = false;
      return message;
    });
  const changes = compareEditions(releasedEdition(own, words), editionText(handbook)).length;
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
