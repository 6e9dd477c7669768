import { type Entry, indexHandbook, periodOf, type Status, toText } from '@octavo/core';
import { approvalsOf, unapproved, unapprovedEntries } from '@octavo/core/ledger';
import type { SoundFolder } from '../../load-sound.ts';

/** An entry as `list` prints it. */
export interface ListedEntry {
  readonly number: string;
  readonly id: string;
  readonly status: Status;
  readonly chapter: string;
  readonly question: string;
  readonly topics: readonly string[];
  /** When it is in force, as an interval of ISO 8601: `2027-01-01/..`. */
  readonly effective: string | null;
  /** From the current folder. */
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
  /** Who approved the entry in its present form. */
  readonly approvedBy: string | null;
}

interface Listed {
  readonly entry: Entry;
  readonly approved: boolean;
  readonly row: ListedEntry;
}

/** Returns every entry in reading order. Drafts count as approved, because they need no approval yet. */
export function listedEntries({ handbook, approvals, prefix }: SoundFolder): readonly Listed[] {
  const { entries, chapterOf } = indexHandbook(handbook);
  const unapproved = new Set(unapprovedEntries(handbook, approvals));
  return entries.map((entry) => {
    const { number, id, status, topics, fingerprint, source } = entry;
    const approved = !unapproved.has(entry);
    const log = approved ? approvalsOf({ subject: number, entry }, approvals) : undefined;
    const last = log?.findLast((one) => one.fingerprint === fingerprint);
    return {
      entry,
      approved,
      row: {
        number,
        id,
        status,
        chapter: chapterOf.get(number)?.id ?? '',
        question: toText(entry.question),
        topics,
        effective: entry.effective ? periodOf(entry.effective) : null,
        path: prefix === '' ? source.path : `${prefix}/${source.path}`,
        line: source.line,
        fingerprint,
        approvedBy: status === 'draft' ? null : (last?.by ?? null),
      },
    };
  });
}

/** A prose page or a term that nobody has approved in its present form, as `list --unapproved` prints it. */
export interface ListedItem {
  /** What `octavo approve` calls it: `front/preface`, `term/due`. */
  readonly subject: string;
  readonly title: string;
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
}

/** Returns everything besides the entries that needs approval, in reading order. */
export function unapprovedItems({ handbook, approvals, prefix }: SoundFolder): readonly ListedItem[] {
  return unapproved(handbook, approvals).flatMap(({ subject, title, fingerprint, source, entry }) => {
    if (entry) return [];
    const path = prefix === '' ? source.path : `${prefix}/${source.path}`;
    return [{ subject, title, path, line: source.line, fingerprint }];
  });
}
