import { approvalName, heldApprovals } from './approval-line.ts';
import type { Entry, Handbook, SourcePlace } from './documents.generated.ts';
import { pageFingerprint, termFingerprint } from './item-fingerprint.ts';
import type { Approval } from './source.generated.ts';
import { toText } from './to-text.ts';

/** Who approved what: the lines of approvals/<name>.jsonl by name (`approvalName`), oldest first. */
export type Approvals = ReadonlyMap<string, readonly Approval[]>;

/** Something that is published only after somebody has approved it. */
export interface Approvable {
  /** The number of an entry, `term/<id>`, `chapter/<id>` (its introduction), `front/<id>` or `back/<id>`. */
  readonly subject: string;
  /** As plain text. */
  readonly title: string;
  readonly fingerprint: string;
  readonly source: SourcePlace;
  readonly entry?: Entry;
}

/** Something that nobody has approved in its present form. */
export interface Unapproved extends Approvable {
  /** The last approval, of an earlier form; absent when there never was one. */
  readonly last?: Approval;
}

/**
 * Returns everything that needs approval: entries, prose pages, introductions of chapters and terms. Drafts, left out by default, need
 * none yet.
 */
export function approvables(
  handbook: Handbook,
  { drafts = false }: { readonly drafts?: boolean } = {},
): readonly Approvable[] {
  const page = (place: string) => (one: Handbook['front'][number]) => ({
    subject: `${place}/${one.id}`,
    title: one.title,
    fingerprint: pageFingerprint(one, handbook),
    source: one.source,
  });
  return [
    ...handbook.front.map(page('front')),
    ...handbook.chapters.flatMap(({ intro, entries }) => [
      ...(intro ? [page('chapter')(intro)] : []),
      ...entries.filter(({ status }) => drafts || status !== 'draft').map(approvableEntry),
    ]),
    ...handbook.back.map(page('back')),
    ...handbook.glossary.map((term) => ({
      subject: `term/${term.id}`,
      title: term.term,
      fingerprint: termFingerprint(term, handbook),
      source: term.source,
    })),
  ];
}

function approvableEntry(entry: Entry): Approvable {
  const { number, question, fingerprint, source } = entry;
  return { subject: number, title: toText(question), fingerprint, source, entry };
}

/** Returns what would be published without approval, in reading order. `edition` names that which the handbook is. */
export function unapproved(
  handbook: Handbook,
  approvals: Approvals,
  edition?: string,
): readonly Unapproved[] {
  return approvables(handbook)
    .filter((item) => !isApproved(approvalsOf(item, approvals), item.fingerprint))
    .map((item) => {
      const last = approvalsOf(item, approvals)?.findLast((one) => one.edition === edition);
      return { ...item, ...(last === undefined ? {} : { last }) };
    });
}

/** The entries of a handbook that would be published without approval. */
export function unapprovedEntries(handbook: Handbook, approvals: Approvals): readonly Entry[] {
  return handbook.chapters
    .flatMap(({ entries }) => entries)
    .filter(
      (entry) =>
        entry.status !== 'draft' &&
        !isApproved(approvalsOf({ subject: entry.number, entry }, approvals), entry.fingerprint),
    );
}

/**
 * Returns the log of a subject. An entry that has no log under its present number keeps the one that it had
 * under an old number.
 */
export function approvalsOf(
  { subject, entry }: Pick<Approvable, 'subject' | 'entry'>,
  approvals: Approvals,
): readonly Approval[] | undefined {
  const names = [subject, ...(entry?.aliases ?? [])].map(approvalName);
  return names.flatMap((name) => [approvals.get(name) ?? []]).find((log) => log.length > 0);
}

/** The last approval of each edition counts, while the fingerprint that it names is that of what is shown. */
function isApproved(log: readonly Approval[] | undefined, fingerprint: string): boolean {
  return log !== undefined && heldApprovals(log).some((one) => one.fingerprint === fingerprint);
}

/**
 * Returns the handbook with the roles in which each entry was approved as it stands. What was approved after the day
 * of the edition is left out, so that a release can be made again after later approvals.
 */
export function withRoles(handbook: Handbook, approvals: Approvals): Handbook {
  if (![...approvals.values()].some((log) => log.some(({ role }) => role !== undefined))) return handbook;
  const day = handbook.edition.date.slice(0, 10);
  const rolesOf = (entry: Entry): Pick<Entry, 'approvedBy'> => {
    const log = (approvalsOf({ subject: entry.number, entry }, approvals) ?? []).filter(
      ({ date }) => date.slice(0, 10) <= day,
    );
    if (!isApproved(log, entry.fingerprint)) return {};
    const [first, ...others] = new Set(
      log.flatMap(({ role, fingerprint }) => (fingerprint === entry.fingerprint ? (role ?? []) : [])),
    );
    return first === undefined ? {} : { approvedBy: [first, ...others] };
  };
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => ({ ...entry, ...rolesOf(entry) })),
    })),
  };
}

/** Returns the handbook as reviewers see it: where approval is required, unapproved entries are marked. */
export function markUnapproved(handbook: Handbook, approvals: Approvals): Handbook {
  if (!handbook.settings.review.required) return handbook;
  const open = new Set(unapprovedEntries(handbook, approvals));
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) =>
        open.has(entry) ? { ...entry, unapproved: true as const } : entry,
      ),
    })),
  };
}
