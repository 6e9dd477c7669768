import { escapeMarkup, fillLabel, type Handbook, instant, type LedgerNotice } from '@octavo/core';
import {
  isRelease,
  latestOf,
  printRecord,
  type Retracted,
  recordName,
  retractionsOf,
  sealNotice,
  tipsOf,
} from '@octavo/core/ledger';
import { dateWords, editionAddress } from '@octavo/core/say';
import { holdToSchema } from '../contracts/published-schemas.ts';
import type { History } from '../history/history.ts';
import { noticePage } from './notice-page.ts';

/** Makes the notice that withdraws a release: its path from the handbook's folder, and the history with it. */
export function retract(
  { id, iri }: Pick<Handbook, 'id' | 'iri'>,
  history: History,
  { version, date, reason, files }: Retracted & { readonly version: string },
): { readonly path: string; readonly text: string; readonly history: History } {
  const notice = sealNotice({
    schemaVersion: 1,
    handbook: id,
    iri,
    kind: 'retraction',
    version,
    date: instant(date),
    reason,
    files,
    after: [...tipsOf([...history.ledger, ...history.notices])] as LedgerNotice['after'],
  });
  holdToSchema('the retraction', 'ledger-notice', notice);
  return {
    path: `releases/${recordName(notice)}.json`,
    text: printRecord(notice),
    history: { ...history, notices: [...history.notices, notice] },
  };
}

/** The version that `latest` leads to: of the newest release that was not retracted. */
export function latestVersion({ ledger, notices }: Pick<History, 'ledger' | 'notices'>): string | undefined {
  return latestOf(ledger.filter(isRelease), retractionsOf(notices))?.version;
}

/** The page that stands in place of every page of a release whose files were withdrawn with it. */
export function retractionPage(
  handbook: Handbook,
  { version, date, reason }: Retracted & { readonly version: string },
  latest: string | undefined,
): string {
  const { title, language, labels } = handbook;
  const edition = (name: string) => fillLabel(labels.editionNumber, { version: name });
  const heading = `${title}, ${edition(version)}`;
  const day = escapeMarkup(dateWords(date, language));
  return noticePage(handbook, heading, `${heading}: ${labels.withdrawn}`, [
    `<strong>${escapeMarkup(labels.withdrawn)}</strong> <time datetime="${date.slice(0, 10)}">${day}</time>`,
    escapeMarkup(reason),
    // The address of the book may still be that of the release that was withdrawn.
    ...(latest === undefined
      ? []
      : [
          `<a href="${escapeMarkup(editionAddress(handbook, 'edition', latest))}">${escapeMarkup(edition(latest))}</a>`,
        ]),
  ]);
}
