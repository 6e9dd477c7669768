import type { Handbook } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { versionSegment } from '../iris.ts';
import { message } from '../message.ts';
import { anchorsOf } from './anchors.ts';
import type { Ledger } from './ledger.ts';

/**
 * Numbers for life: an error for every number, id and anchor of the last release that the handbook
 * no longer resolves. A withdrawn entry keeps its number; an old id or number is kept by `aliases`.
 */
export function checkPromises(handbook: Handbook, ledger: Ledger): readonly VFileMessage[] {
  const last = ledger.at(-1);
  if (!last) return [];
  const at = { path: `releases/${versionSegment(last.version)}.json` };
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  const anchors = new Set([
    ...entries.flatMap(anchorsOf),
    ...handbook.redirects.flatMap(({ from }) => [from, `q${from}`]),
  ]);
  return last.entries.flatMap((entry) => {
    if (!anchors.has(`q${entry.number}`)) {
      const reason = `The entry ${entry.number} (${entry.id}) of release ${last.version} is gone; withdraw it, or name ${entry.number} among the aliases of another`;
      return [message(reason, { at, rule: 'number-kept', severity: 'error' })];
    }
    return entry.anchors
      .filter((anchor) => !anchors.has(anchor))
      .map((anchor) =>
        message(
          `"${anchor}" led to the entry ${entry.number} in release ${last.version} and leads nowhere now; add it to the entry's aliases`,
          { at, rule: 'anchor-kept', severity: 'error' },
        ),
      );
  });
}
