import type { VFileMessage } from 'vfile-message';
import type { RuleId } from '../message/catalogue.ts';
import { makeMessage } from '../message/make-message.ts';
import type { Handbook } from '../model/documents.generated.ts';
import type { ReleaseContent } from '../model/ledger.ts';
import { versionSegment } from '../model/version-segment.ts';
import { RESTORE_RECORD } from './chain.ts';

/**
 * What is wrong with a ledger itself, each an error at the record's file: of another handbook, out
 * of order, a page listed twice. Its shape is ledger.schema.json's to check, before.
 */
export function checkLedger(
  handbook: Pick<Handbook, 'id' | 'iri' | 'volume'>,
  ledger: readonly ReleaseContent[],
): readonly VFileMessage[] {
  const found: VFileMessage[] = [];
  const pages = new Set<string>();
  const segments = new Set<string>();
  for (const [at, release] of ledger.entries()) {
    const path = `releases/${versionSegment(release.version)}.json`;
    const error = (rule: RuleId, reason: string, note?: string): void => {
      found.push(makeMessage(rule, { at: { path }, reason, note }));
    };
    const names = [handbook.id, ...(handbook.volume?.aliases ?? [])];
    if (!names.includes(release.handbook) || release.iri !== handbook.iri) {
      error(
        'ledger-of-this-handbook',
        `The record is of the handbook "${release.handbook}" at <${release.iri}>, expected "${handbook.id}" at <${handbook.iri}>`,
      );
    }
    if (segments.has(versionSegment(release.version))) {
      error(
        'ledger-in-order',
        `The version ${release.version} has the same folder name as an earlier release`,
      );
    }
    segments.add(versionSegment(release.version));
    const before = release.previous
      ? ledger.find(({ version }) => version === release.previous?.version)
      : ledger[at - 1];
    const instant = Date.parse(release.date);
    const twin = ledger.find((other, place) => place < at && Date.parse(other.date) === instant);
    if (twin)
      error(
        'ledger-in-order',
        `The releases ${twin.version} and ${release.version} are both of ${release.date}`,
        RESTORE_RECORD,
      );
    else if (before && instant <= Date.parse(before.date)) {
      error(
        'ledger-in-order',
        `The release ${release.version} of ${release.date} is not later than ${before.version} of ${before.date}`,
        RESTORE_RECORD,
      );
    }
    for (const page of release.pages) {
      if (pages.has(page.path)) error('ledger-pages-unique', `The feed page ${page.path} is listed twice`);
      pages.add(page.path);
    }
  }
  return found;
}
