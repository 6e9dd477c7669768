import { type EditionText, type Handbook, nearest } from '@octavo/core';
import {
  type EntryAsOf,
  editionAsOf,
  editionText,
  entryAsOf,
  linesOf,
  type Retracted,
  retractionsOf,
} from '@octavo/core/ledger';
import { entryIri, numbered } from '@octavo/core/say';
import { readHistory, releasedEdition } from '@octavo/press/history';
import type { Call } from '../../command-line/command.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { ShowOptions } from '../../commands.generated.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadToTell } from '../../load-sound.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { requireEdition } from '../../require-edition.ts';

/** A day that every edition is before: the sources as they are. */
const NOW = '9999-12-31';

/** `octavo show`: prints what an entry says, or what it said on a day, by the ledger and the words that it keeps. */
export async function show(
  { positionals: [name = '', path = '.'], options }: Call<ShowOptions>,
  io: Io,
): Promise<ExitCode> {
  const { 'as-of': day, format } = options;
  if (name === '') misuse('which entry? Give its number or its id', '"octavo help show" has examples.');
  if (day !== undefined) requireDay('as-of', day);
  const loaded = await loadToTell(path, { ...options, drafts: true }, io);
  if (day !== undefined) requireEdition(loaded.editions, options.edition, `show ${name} --as-of ${day}`);
  const history = await readHistory(loaded.files);
  if (!history) return endWithErrors(loaded, options, io);
  const { ledger, words } = history;
  const { handbook } = loaded;
  const { line } = linesOf(handbook.edition, ledger);
  const released = line.map((release) => releasedEdition(release, words));
  const editions =
    day === undefined
      ? [...released.filter(({ version }) => version !== handbook.edition.version), editionText(handbook)]
      : released;
  const found = entryAsOf(editions, name, day ?? NOW);
  if (!found) return absent(name, day, editions);
  const retracted = retractionsOf(history.notices).get(found.edition.version);
  io.stdout.write(
    format === 'json'
      ? `${JSON.stringify(dataOf(found, handbook, retracted), null, 2)}\n`
      : textOf(found, handbook, retracted),
  );
  return EXIT.ok;
}

function absent(name: string, day: string | undefined, editions: readonly EditionText[]): never {
  const [first] = editions;
  const edition = editionAsOf(editions, day ?? NOW);
  if (day !== undefined && !edition)
    misuse(
      first ? `nothing was released by ${day}` : 'nothing was released yet',
      first
        ? `The first release is ${first.version} of ${first.date.slice(0, 10)}.`
        : 'Without --as-of the entry is shown as it is in the sources.',
    );
  const later = editions.find((one) => entryAsOf([one], name, NOW));
  if (later && day !== undefined)
    misuse(
      `there was no entry "${name}" on ${day}, in edition ${edition?.version}`,
      `It came with ${later.version} of ${later.date.slice(0, 10)}.`,
    );
  const like = nearest(
    name,
    edition?.entries.flatMap(({ number, facts }) => [number, ...(facts?.id ?? [])]) ?? [],
  );
  misuse(
    `there is no entry "${name}"${like === undefined ? '' : `; did you mean ${like}?`}`,
    '"octavo list" lists them.',
  );
}

function dataOf(
  { entry, edition, since, until }: EntryAsOf,
  handbook: Handbook,
  retracted: Retracted | undefined,
): unknown {
  const { number, status, chapter, fingerprint, replacedBy, facts, words } = entry;
  const named = ({ version, date }: EntryAsOf['edition']) => ({ version, date });
  return {
    number,
    iri: entryIri(handbook, number),
    status,
    chapter,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...words,
    ...(facts === undefined ? {} : { facts }),
    fingerprint,
    edition: named(edition),
    since: named(since),
    ...(until ? { until: named(until) } : {}),
    ...(retracted ? { retracted: { date: retracted.date, reason: retracted.reason } } : {}),
  };
}

function textOf(
  { entry, edition, since, until }: EntryAsOf,
  handbook: Handbook,
  retracted: Retracted | undefined,
): string {
  const { number, status, chapter, replacedBy, words } = entry;
  const on = ({ version, date }: EntryAsOf['edition']): string => `${version} of ${date.slice(0, 10)}`;
  const title = handbook.chapters.find(({ id }) => id === chapter)?.title ?? chapter;
  const replaced = replacedBy === undefined ? '' : `, replaced by ${replacedBy}`;
  return [
    numbered(number, words?.question ?? ''),
    `${title} (${chapter}), ${status}${replaced}`,
    `edition ${on(edition)}; ${until ? `the same from ${on(since)} until ${on(until)}` : `unchanged since ${on(since)}`}`,
    ...(retracted
      ? [`${edition.version} was retracted on ${retracted.date.slice(0, 10)}: ${retracted.reason}`]
      : []),
    '',
    ...(words?.answer ?? `The ledger keeps no words of ${number} as it was then.`).split('\n'),
    '',
  ].join('\n');
}
