import type { VFileMessage } from 'vfile-message';
import type { SourceMap } from '../assemble/place.ts';
import { makeMessage } from '../message/make-message.ts';
import { partsIn } from '../model/answer-part.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import type { ReleaseContent } from '../model/ledger.ts';
import { versionSegment } from '../model/version-segment.ts';
import { isGrownFrom } from '../numbers/grown.ts';
import { numberKey } from '../numbers/number-key.ts';
import { DECIMAL_NUMBERS } from '../numbers/presets.ts';
import { entryAnchor } from '../say/addresses.ts';
import { anchorsOf } from './anchors.ts';
import { beyond, linesOf } from './lines.ts';

/**
 * Numbers for life: an error for every number (`number-kept`), id and anchor (`anchor-kept`) of the
 * last release that the handbook no longer resolves, at the number's place in the record. A withdrawn
 * entry keeps its number; an old id or number is kept by `aliases`. The newest edition keeps what every line
 * promised, and a hotfix what its own did.
 */
export function checkPromises(
  handbook: Handbook,
  ledger: readonly ReleaseContent[],
  places?: Pick<SourceMap, 'locateKey'>,
): readonly VFileMessage[] {
  const { line, others, isNewest } = linesOf(handbook.edition, ledger);
  const last = line.at(-1);
  if (!last) return [];
  return [
    ...volumePromise(handbook, last, { path: pathOf(last) }),
    ...grammarPromise(handbook, last, places),
    ...keptPromises(handbook, last, places),
    ...(isNewest ? others.flatMap((other) => keptPromises(handbook, beyond(other, last))) : []),
  ];
}

function pathOf({ version }: ReleaseContent): string {
  return `releases/${versionSegment(version)}.json`;
}

function keptPromises(
  handbook: Handbook,
  last: ReleaseContent,
  places?: Pick<SourceMap, 'locateKey'>,
): readonly VFileMessage[] {
  const path = pathOf(last);
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  const names = new Set([
    ...entries.map(({ number }) => number),
    ...handbook.redirects.map(({ from }) => from),
  ]);
  const anchors = new Set([
    ...entries.flatMap((entry) => anchorsOf(entry, handbook)),
    ...handbook.redirects.flatMap(({ from }) => [from, entryAnchor(from)]),
  ]);
  const kept = last.entries.flatMap((entry, index) => {
    const at = () => ({ path, ...places?.locateKey(path, ['entries', index, 'number']) });
    if (!names.has(entry.number)) {
      const now = entries.find(
        ({ id, number }) => id === entry.id || numberKey(number) === numberKey(entry.number),
      );
      const reason = now
        ? `The entry ${entry.number} (${entry.id}) of release ${last.version} is ${now.number} now, and nothing leads there from ${entry.number}; give it its number back, and let "octavo renumber" change it`
        : `The entry ${entry.number} (${entry.id}) of release ${last.version} is gone; withdraw it, or name ${entry.number} among the aliases of another`;
      return [makeMessage('number-kept', { at: at(), reason })];
    }
    return entry.anchors
      .filter((anchor) => !anchors.has(anchor))
      .map((anchor) =>
        makeMessage('anchor-kept', {
          at: at(),
          reason: `"${anchor}" led to the entry ${entry.number} in release ${last.version} and leads nowhere now; add it to the entry's aliases`,
        }),
      );
  });
  return [...kept, ...numberedPromise(entries, last)];
}

/** What was numbered was linked to by its id: something in the entry has it still. A withdrawn entry has nothing. */
function numberedPromise(entries: readonly Entry[], { version, entries: before }: ReleaseContent) {
  return before.flatMap(({ number, numbered = [] }) => {
    const entry = entries.find((one) => one.number === number);
    if (!entry || entry.status === 'withdrawn') return [];
    const ids = new Set(partsIn(entry.answer).map(({ id }) => id));
    return numbered
      .filter((id) => !ids.has(id))
      .map((id) =>
        makeMessage('anchor-kept', {
          at: entry.source,
          reason: `"${number}/${id}" led to a figure, table, formula or heading in release ${version} and leads nowhere now; write "{#${id}}" behind it, or behind what took its place`,
        }),
      );
  });
}

/** How numbers are built changes with a mapping alone; that the book has more prefixes is no change. */
function grammarPromise(
  { numbers = DECIMAL_NUMBERS, formerNumbers = [] }: Handbook,
  { version, numbers: was = DECIMAL_NUMBERS }: ReleaseContent,
  places: Pick<SourceMap, 'locateKey'> | undefined,
): readonly VFileMessage[] {
  if ([numbers, ...formerNumbers].some((system) => isGrownFrom(system, was))) return [];
  const reason = `How numbers are built is not what it was in release ${version}, and "numbers.former" does not name how; put "numbers:" back, and let "octavo renumber" change it`;
  return [
    makeMessage('number-kept', {
      at: { path: 'handbook.yaml', ...places?.locateKey('handbook.yaml', ['numbers']) },
      reason,
    }),
  ];
}

/** The address of a volume is as permanent as those of its entries: an old one leads on as an alias. */
function volumePromise(
  { id, volume }: Handbook,
  { version, resources }: ReleaseContent,
  at: { readonly path: string },
): readonly VFileMessage[] {
  if (!volume) return [];
  const known = new Set([id, ...(volume.aliases ?? [])]);
  return resources.flatMap(({ path, digest }) => {
    const [, name = id] = digest === undefined ? [] : (/^volume\/([^/]+)(?:\/handbook)?$/.exec(path) ?? []);
    if (known.has(name)) return [];
    const reason = `The volume was at volume/${name} in release ${version} and is at volume/${id} now; add "${name}" to volume.aliases in handbook.yaml`;
    return [makeMessage('anchor-kept', { at, reason })];
  });
}
