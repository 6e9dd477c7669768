import type { LedgerNotice, ReleaseContent } from '../model/ledger.ts';
import { recordName } from './chain.ts';

/** Why a release was withdrawn, and when. */
export interface Retracted {
  readonly date: string;
  readonly reason: string;
  /** What becomes of its files: they stay, or a notice stands in their place. */
  readonly files: 'keep' | 'notice';
}

/**
 * The releases that were retracted, by version. Of several notices about one release, the first says when and why;
 * its files are gone as soon as one of them says so.
 */
export function retractionsOf(notices: readonly LedgerNotice[]): ReadonlyMap<string, Retracted> {
  const retracted = new Map<string, Retracted>();
  for (const { kind, version, date, reason = '', files = 'keep' } of notices)
    if (kind === 'retraction' && version !== undefined) {
      const first = retracted.get(version) ?? { date, reason, files };
      retracted.set(version, files === 'notice' ? { ...first, files } : first);
    }
  return retracted;
}

/** The notices that no release knew of: the next one tells them. */
export function untoldNotices(
  ledger: readonly Pick<ReleaseContent, 'after'>[],
  notices: readonly LedgerNotice[],
): readonly LedgerNotice[] {
  const told = new Set(ledger.flatMap(({ after = [] }) => after.map(({ name }) => name)));
  for (const notice of [...notices].reverse())
    if (told.has(recordName(notice))) for (const { name } of notice.after) told.add(name);
  return notices.filter((notice) => !told.has(recordName(notice)));
}
