import { type Handbook, indexHandbook } from '@octavo/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { refusal } from './refusal.ts';

/** The numbers that nobody has approved as they are now. The approvals are `approvals/<number>.jsonl` among the files. */
export type Unapproved = (handbook: Handbook, files: readonly VFile[]) => readonly string[];

/** Where handbook.yaml demands approval: one refusal for each entry that has none. */
export function checkApprovals(
  handbook: Handbook,
  files: readonly VFile[],
  unapproved: Unapproved,
): readonly VFileMessage[] {
  if (!handbook.settings.review.required) return [];
  const { entry } = indexHandbook(handbook);
  return unapproved(handbook, files).map((number) =>
    refusal(
      'entries-approved',
      entry.get(number)?.source ?? { path: 'handbook.yaml' },
      `the entry ${number} is not approved as it is now, and handbook.yaml demands it`,
      `Have it reviewed: "octavo approve ${number} --by <name>".`,
    ),
  );
}
