import { type Handbook, type Ledger, type Loaded, makeMessage } from '@octavo/core';
import { type Approvals, retractionsOf, unapproved, versionSegment } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { History } from '../history/history.ts';
import { checkEdition } from './check-edition.ts';
import { checkIsbnEditions, checkIsbnFormats } from './check-isbns.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPrevious, checkPublished } from './check-published.ts';
import type { PublishedRelease, Repository } from './evidence.ts';

export interface ReleaseRequest {
  readonly loaded: Pick<Loaded, 'files' | 'places' | 'approvals' | 'severity'>;
  readonly handbook: Handbook;
  /** The edition that is released, where the book has several. */
  readonly edition?: string | undefined;
  /** When a release is made again, its own record is left out. */
  readonly history: History;
  /** As given on the command line. */
  readonly version: string;
  readonly repository: Repository | undefined;
  /** Published trees that were found, by name. */
  readonly trees: ReadonlyMap<string, PublishedRelease>;
  /** The whole ledger. */
  readonly ledger: Ledger;
  /** What became of releases, by the whole ledger. */
  readonly notices: History['notices'];
  readonly allowDirty: boolean;
}

/** Reports everything that speaks against a release before anything is built. Errors refuse the release. */
export function checkRelease(request: ReleaseRequest): readonly VFileMessage[] {
  const { loaded, handbook, history, version, repository, trees, allowDirty } = request;
  const { files, places, approvals } = loaded;
  const { ledger } = history;
  const counted = {
    sources: new Set(files.map(({ path }) => path)),
    own: new Set(recordPaths(handbook.edition.version)),
  };
  return [
    ...checkRetracted(handbook, request.notices, places),
    ...checkEdition(handbook, version, ledger, places),
    ...checkPrevious(handbook, ledger, places),
    ...checkPublished(handbook, request.ledger, { repository, trees }),
    ...checkWorkTree(repository, counted, allowDirty),
    ...checkNumbers(handbook, history, places),
    ...checkIsbnFormats(handbook, history, places),
    ...checkIsbnEditions(handbook, history, loaded),
    ...checkApprovals(handbook, approvals, request.edition),
  ];
}

/** A release whose files were replaced by a notice is not made again. */
function checkRetracted(
  { edition }: Handbook,
  notices: History['notices'],
  places: Loaded['places'],
): readonly VFileMessage[] {
  const retracted = retractionsOf(notices).get(edition.version);
  if (retracted?.files !== 'notice') return [];
  return [
    makeMessage('release-retracted', {
      place: places.locate('handbook.yaml', ['edition', 'version']),
      reason: `${edition.version} was retracted on ${retracted.date.slice(0, 10)}, and a notice stands in place of its files: ${retracted.reason}`,
      note: 'Give the edition a later version and date.',
    }),
  ];
}

/** The files of the ledger that a release writes, the words first. */
export function recordPaths(version: string): readonly [text: string, record: string] {
  const stem = `releases/${versionSegment(version)}`;
  return [`${stem}.text.jsonl`, `${stem}.json`];
}

/**
 * When handbook.yaml requires approval: one refusal for each entry, page and term that nobody has approved in
 * its present form.
 */
function checkApprovals(
  handbook: Handbook,
  approvals: Approvals,
  edition: string | undefined,
): readonly VFileMessage[] {
  if (!handbook.settings.review.required) return [];
  return unapproved(handbook, approvals, edition).map(({ subject, source, last }) =>
    makeMessage('entry-approved', {
      at: source,
      reason: last
        ? `${subject} was changed after ${last.by} approved it on ${last.date.slice(0, 10)}`
        : `nobody has approved ${subject}`,
      note: `handbook.yaml demands approval: review it, then run "octavo approve ${subject} --by <name>${edition === undefined ? '' : ` --edition ${edition}`}".`,
      severity: 'error',
    }),
  );
}

/** The files that count, by path from the handbook's folder. */
interface CountedFiles {
  /**
   * The files that the handbook was read from. Other files beside them (a build, a lock, notes) do not count.
   */
  readonly sources: { readonly has: (path: string) => boolean };
  /**
   * The files that the release itself writes, and may have written before it was interrupted, are not changes
   * to the source.
   */
  readonly own: { readonly has: (path: string) => boolean };
}

/**
 * A release is made from committed sources, so that anyone can repeat it. Reports one refusal for each file
 * that differs from its commit, and one for a truncated history.
 */
function checkWorkTree(
  repository: Repository | undefined,
  { sources, own }: CountedFiles,
  allowDirty: boolean,
): readonly VFileMessage[] {
  if (!repository) {
    return [
      makeMessage('work-tree-clean', {
        reason: 'the handbook is in no git repository: the release cannot say which commit it was made from',
        note: 'Nothing is refused for it. Keep the handbook under version control to have it said.',
        severity: 'warning',
      }),
    ];
  }
  const counts = (path: string) => sources.has(path) || repository.gone.has(path);
  const dirty = repository.dirty.filter((path) => counts(path) && !own.has(path));
  const found = dirty.map((path) =>
    makeMessage('work-tree-clean', {
      at: { path },
      reason: 'this file is not as committed',
      note: allowDirty
        ? 'The release says no commit for it (--allow-dirty).'
        : 'Commit it or put it back; --allow-dirty releases it all the same.',
      severity: allowDirty ? 'warning' : 'error',
    }),
  );
  if (!repository.shallow) return found;
  const cut = makeMessage('history-complete', {
    reason: 'this clone has not all of the history, so that it cannot be said which commit a file comes from',
    note: 'Run "git fetch --unshallow" (in GitHub Actions: "fetch-depth: 0" of actions/checkout).',
  });
  return [...found, cut];
}
