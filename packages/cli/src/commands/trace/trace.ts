import { type Entry, type Handbook, indexHandbook, toText } from '@octavo/core';
import { entryIri } from '@octavo/core/say';
import type { Call } from '../../command-line/command.ts';
import type { TraceOptions } from '../../commands.generated.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { builtTrail } from './built-trail.ts';
import { findNumber, findPage, openPlaces, type Places } from './places.ts';
import { trailsInBuilt, trailsInSource } from './source-trail.ts';
import type { Trail } from './trail.ts';
import { pageText, trailText } from './trail-text.ts';

/** `octavo trace`: prints where an entry or a page comes from and where it is in the outputs. */
export async function trace({ positionals, options }: Call<TraceOptions>, io: Io): Promise<ExitCode> {
  const [what, path] = namedWords(positionals, options.page !== undefined);
  if (what === '' && options.page === undefined)
    misuse('which entry? Give its number, or a page with --page', '"octavo help trace" has examples.');
  if (what !== '' && options.page !== undefined)
    misuse(`an entry or a page, not both: found "${what}" and --page ${options.page}`);
  const places = await openPlaces(path, options, io);
  const page = options.page === undefined ? undefined : findPage(places, options.page);
  const numbers = page ? page.entries : findNumber(places, what);
  const trails = await trailsOf(places, numbers);
  const json = page ? { page: { label: page.label, begins: page.begins }, entries: trails } : trails[0];
  if (options.format === 'json') io.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else
    io.stdout.write(
      `${page ? pageText(page) : ''}${trails.map((trail) => trailText(trail, places)).join('\n')}`,
    );
  return EXIT.ok;
}

/** With `--page`, the only word is the path, unless it can only be a number. */
function namedWords([first = '', path = '.']: readonly string[], page: boolean): readonly [string, string] {
  return page && path === '.' && !/^\S*\d\S*$/.test(first) ? ['', first || '.'] : [first, path];
}

async function trailsOf({ source, built }: Places, numbers: readonly string[]): Promise<readonly Trail[]> {
  // The source counts first; an entry that only the build has is looked up there.
  const books = [
    ...(source ? [{ handbook: source.handbook, trail: await trailsInSource(source) }] : []),
    ...(built ? [{ handbook: built.handbook, trail: await trailsInBuilt(built) }] : []),
  ];
  const found = numbers.flatMap((number) => {
    const book = books.find(({ handbook }) => entryOf(handbook, number));
    const entry = book && entryOf(book.handbook, number);
    return entry ? [{ ...book, entry }] : [];
  });
  return Promise.all(
    found.map(async ({ handbook, trail, entry }) => ({
      number: entry.number,
      id: entry.id,
      question: toText(entry.question),
      status: entry.status,
      iri: entryIri(handbook, entry.number),
      source: trail(entry),
      built: built
        ? await builtTrail(built, entry.number, source && entryOf(source.handbook, entry.number))
        : null,
    })),
  );
}

function entryOf(handbook: Handbook, number: string): Entry | undefined {
  return indexHandbook(handbook).entry.get(number);
}
