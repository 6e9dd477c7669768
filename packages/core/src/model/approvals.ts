import type { Approval } from '../read/source.generated.ts';
import type { Entry, Handbook } from './handbook.ts';

/** Who approved what: the lines of approvals/<number>.jsonl by number, oldest first. */
export type Approvals = ReadonlyMap<string, readonly Approval[]>;

/** An entry that nobody approved as it stands. */
export interface UnapprovedEntry {
  readonly entry: Entry;
  /** The last approval, of what the entry said before it changed; absent when there never was one. */
  readonly last?: Approval;
}

/**
 * The entries that would be published without approval, in reading order. The last approval decides:
 * it holds as long as the entry has the fingerprint that it names. Drafts need none yet.
 */
export function unapprovedEntries(handbook: Handbook, approvals: Approvals): readonly UnapprovedEntry[] {
  return handbook.chapters
    .flatMap((chapter) => chapter.entries)
    .filter(({ status }) => status !== 'draft')
    .map((entry) => {
      const last = approvals.get(entry.number)?.at(-1);
      return { entry, ...(last === undefined ? {} : { last }) };
    })
    .filter(({ entry, last }) => last?.fingerprint !== entry.fingerprint);
}

/** The handbook as reviewers see it: entries that nobody approved say so, where approval is required. */
export function markUnapproved(handbook: Handbook, approvals: Approvals): Handbook {
  if (!handbook.settings.review.required) return handbook;
  const numbers = new Set(unapprovedEntries(handbook, approvals).map(({ entry }) => entry.number));
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) =>
        numbers.has(entry.number) ? { ...entry, unapproved: true as const } : entry,
      ),
    })),
  };
}
