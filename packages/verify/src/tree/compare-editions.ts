import { type Entry, type Ledger, numberKey } from '@octavo/core';
import { type ReleasedBefore, recordOf, stateOf } from '../compare/compare-ledger.ts';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { segmentOf } from '../expected/edition-address.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { readText, type TreeFiles } from './tree-files.ts';

/** What editions.js says, as far as it is held to the ledger. */
interface EditionsData {
  readonly editions: readonly { readonly version: string; readonly date: string }[];
  readonly entries: readonly {
    readonly runs: readonly { readonly from: number; readonly key: string }[];
    readonly gone?: object;
  }[];
}

/**
 * Holds the list of editions in the handbook, the data of the script about editions, and the TimeMaps to the
 * ledger: which editions there are, which number an entry had in each, and which of them changed it.
 */
export async function compareEditions(
  { about }: Findings,
  { handbook, entries }: ExpectedBook,
  { ledger, isHotfix = false }: ReleasedBefore,
  files: TreeFiles,
): Promise<void> {
  const own = handbook.edition.version;
  const at = ledger.findIndex(({ version }) => version === own);
  const releases = at < 0 ? ledger : ledger.slice(0, at);
  const told = about({ part: 'editions', file: 'handbook.json' });
  const facts = (list: readonly { version: string; date: string; stateHash: string }[]): string[] =>
    list.map(({ version, date, stateHash }) => `${version}, ${date}, ${stateHash}`);
  if (releases.length + (handbook.editions ?? []).length > 0)
    told.list('documents', facts(releases), facts(handbook.editions ?? []), 'the editions');
  const script = ownPlace(handbook, 'editions.js');
  const text = await readText(files, script);
  const data = about({ part: 'editions', file: script });
  if (text !== undefined)
    await data.read(() => {
      const said = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))) as EditionsData;
      const versions = [...releases.map(({ version }) => version), own];
      const listed = said.editions.map(({ version }) => version);
      // A hotfix lists the newest edition's line, of which its own knows nothing.
      if (isHotfix) {
        const other = listed.filter((version) => !versions.includes(version));
        data.list('documents', [...versions, ...other].sort(), [...listed].sort(), 'the editions');
        return;
      }
      data.list('documents', versions, listed, 'the editions');
      for (const { number, entry } of entries) {
        const had = releases.map((release) => numberKey(recordOf(entry, release)?.number ?? ''));
        const runs = said.entries.find((one) => !one.gone && one.runs.at(-1)?.key === numberKey(number))
          ?.runs ?? [{ from: 0, key: numberKey(number) }];
        const found = releases.map((_, place) => runs.findLast(({ from }) => from <= place)?.key ?? '');
        about({ entry: number, file: script }).list(
          'documents',
          had,
          found,
          'its numbers in earlier editions',
        );
      }
    });
  if (!files.paths.includes(ownPlace(handbook, 'editions.link'))) return;
  for (const { number, entry } of entries) {
    const file = `entry/${numberKey(number)}.link`;
    const states = lineOf(releases).map((release) => ({ ...release, record: recordOf(entry, release) }));
    const changed = states
      .filter(({ record }, index) => record && stateOf(record) !== stateOf(states[index - 1]?.record))
      .map(({ version, date, record }) => ({ version, date, number: record?.number ?? '' }));
    const all = [...changed, ...ownState(entry, handbook.edition, handbook.stage === 'preview')];
    const wanted = all
      .filter(({ date }, index) => Date.parse(all[index + 1]?.date ?? '') !== Date.parse(date))
      .map(
        ({ version, date, number: then }) =>
          `${handbook.iri}${ownPlace(handbook, `edition/${segmentOf(version)}/`)}entry/${numberKey(then)}/ ${new Date(date).toUTCString()}`,
      );
    const found = [
      ...((await readText(files, file)) ?? '').matchAll(/<([^>]*)>;rel="[^"]*memento";datetime="([^"]*)"/g),
    ];
    about({ entry: number, file }).list(
      'documents',
      wanted,
      found.map(([, address, date]) => `${address} ${date}`),
      'its old states',
    );
  }
}

/** The releases that lead to the last one. A hotfix was never what the address of the book led to. */
function lineOf(releases: Ledger): Ledger {
  const line = new Set<string>();
  for (let at = releases.at(-1); at; at = releases.find(({ version }) => version === at?.previous?.version))
    line.add(at.version);
  return releases.some(({ previous }) => previous)
    ? releases.filter(({ version }) => line.has(version))
    : releases;
}

/** The state of an entry that a release adds, where it changes the entry. */
function ownState(
  { number, history }: Entry,
  { version, date }: { readonly version: string; readonly date: string },
  isPreview: boolean,
): readonly { readonly version: string; readonly date: string; readonly number: string }[] {
  const isChanged = !history || history.events.at(-1)?.version === version;
  return isPreview || !isChanged ? [] : [{ version, date, number }];
}
