import type { VFileMessage } from 'vfile-message';
import type { Repository } from './evidence.ts';
import { refusal } from './refusal.ts';

/** Which files count, by path from the handbook's folder. */
export interface CountedFiles {
  /** Those that the handbook was read from. What lies beside them (a build, a lock, notes) decides nothing. */
  readonly sources: { readonly has: (path: string) => boolean };
  /** What the release itself writes, and may have written before it was interrupted, is no change of the source. */
  readonly own: { readonly has: (path: string) => boolean };
}

/**
 * A release comes from what is committed, so that anybody can make it again: one refusal for each file
 * that is not as committed, and one for a history that is cut off.
 */
export function checkWorkTree(
  repository: Repository | undefined,
  { sources, own }: CountedFiles,
  allowDirty: boolean,
): readonly VFileMessage[] {
  if (!repository) {
    return [
      refusal(
        'work-tree-clean',
        { path: 'handbook.yaml' },
        'the handbook is in no git repository: the release cannot say which commit it was made from',
        'Nothing is refused for it. Keep the handbook under version control to have it said.',
        'warning',
      ),
    ];
  }
  const counts = (path: string) => sources.has(path) || repository.gone.has(path);
  const dirty = repository.dirty.filter((path) => counts(path) && !own.has(path));
  const found = dirty.map((path) =>
    refusal(
      'work-tree-clean',
      { path },
      'this file is not as committed',
      allowDirty
        ? 'The release says no commit for it (--allow-dirty).'
        : 'Commit it or put it back; --allow-dirty releases it all the same.',
      allowDirty ? 'warning' : 'error',
    ),
  );
  if (!repository.shallow) return found;
  const cut = refusal(
    'history-complete',
    { path: 'handbook.yaml' },
    'this clone has not all of the history, so that it cannot be said which commit a file comes from',
    'Run "git fetch --unshallow" (in GitHub Actions: "fetch-depth: 0" of actions/checkout).',
  );
  return [...found, cut];
}
