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
  return [
    ...volumePromise(handbook, last, at),
    ...last.entries.flatMap((entry) => {
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
    }),
  ];
}

/** The address of a volume is as permanent as those of its entries: an old one leads on as an alias. */
function volumePromise(
  { id, volume }: Handbook,
  { version, resources }: Ledger[number],
  at: { readonly path: string },
): readonly VFileMessage[] {
  if (!volume) return [];
  const known = new Set([id, ...(volume.aliases ?? [])]);
  return resources.flatMap(({ path, digest }) => {
    const [, name = id] = digest === undefined ? [] : (/^volume\/([^/]+)(?:\/handbook)?$/.exec(path) ?? []);
    if (known.has(name)) return [];
    const reason = `The volume was at volume/${name} in release ${version} and is at volume/${id} now; add "${name}" to volume.aliases in handbook.yaml`;
    return [message(reason, { at, rule: 'anchor-kept', severity: 'error' })];
  });
}
