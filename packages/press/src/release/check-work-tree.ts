import { makeMessage } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { Repository } from './evidence.ts';

/** The files that count, by path from the handbook's folder. */
export interface CountedFiles {
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
export function checkWorkTree(
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
