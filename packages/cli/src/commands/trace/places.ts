import { relative, resolve } from 'node:path';
import type { PrintedPage } from '@octavo/core';
import { indexHandbook, nearest, numberKey } from '@octavo/core';
import type { Call } from '../../command-line/command.ts';
import type { TraceOptions } from '../../commands.generated.ts';
import { defaultOutput } from '../../disk/output-folder.ts';
import { namesIn } from '../../disk/read-file.ts';
import { folderKind } from '../../disk/read-tree.ts';
import { misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadToTell, type SoundFolder } from '../../load-sound.ts';
import { type BuiltFolder, openBuilt } from './built-folder.ts';

/** What there is to look in: the source, a built folder, or both. */
export interface Places {
  readonly source: SoundFolder | undefined;
  readonly built: BuiltFolder | undefined;
  readonly folder: string;
}

/** Opens the source at a path and the built folder, one of which may be missing. */
export async function openPlaces(
  path: string,
  options: Call<TraceOptions>['options'],
  io: Io,
): Promise<Places> {
  const names = await namesIn(resolve(io.cwd, path));
  // A built folder is enough by itself.
  const alone = options.in !== undefined && path === '.' && !names.includes('handbook.yaml');
  const source = alone ? undefined : await loadToTell(path, { ...options, drafts: true }, io);
  const folder = options.in ?? (source ? defaultOutput(source.root, io.cwd, source.handbook.id) : '.');
  const there = options.in !== undefined || (await folderKind(folder)) === 'built';
  const built = there ? await openBuilt(folder, io.cwd) : undefined;
  return { source, built, folder: relative(io.cwd, resolve(io.cwd, folder)) || '.' };
}

/** Finds the page with a printed label. */
export function findPage({ built, folder }: Places, label: string): PrintedPage {
  if (!built) misuse('nothing was built yet: pages are of a built PDF', 'Run "octavo build" first.');
  if (!built.pages)
    misuse(`"${folder}" has no PDF, and no pages`, 'Build it with the PDF, or give another with --in.');
  const { pages } = built.pages;
  const labels = pages.map((page) => page.label);
  const found = pages.find((page) => page.label.toLowerCase() === label.toLowerCase());
  const many = `They run from "${labels[0]}" to "${labels.at(-1)}"; blank ones are left out.`;
  return found ?? misuse(`${built.pages.pdf} has no page "${label}" with words on it`, many);
}

/** The number of an entry, by number, id or old name. */
export function findNumber({ source, built }: Places, name: string): readonly string[] {
  const books = [source?.handbook, built?.handbook].filter((book) => book !== undefined);
  for (const book of books) {
    const { entry, entries } = indexHandbook(book);
    const number =
      (entry.has(name) ? name : undefined) ??
      entries.find(({ id }) => id === name)?.number ??
      entries.find(({ number: own }) => numberKey(own) === numberKey(name))?.number ??
      book.redirects.find(({ from }) => from === name)?.to;
    if (number !== undefined) return [number];
  }
  const known = books.flatMap((book) =>
    indexHandbook(book).entries.flatMap(({ number, id }) => [number, id]),
  );
  const near = nearest(name, known);
  misuse(
    `there is no entry "${name}"${near === undefined ? '' : `; did you mean ${near}?`}`,
    '"octavo list" lists them.',
  );
}
