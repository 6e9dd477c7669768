import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { counted } from '@octavo/core';
import { type PublishedBook, readPublishedBook, recoverLedger } from '@octavo/press/release';
import type { LedgerOptions } from '../../commands.generated.ts';
import { publishedPlaces } from '../../disk/published-books.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { ledgerFolder, ledgerPath } from '../../edition-files.ts';
import { EXIT, type ExitCode, fail, misuse } from '../../exit-code.ts';
import { FORMATS } from '../../formats.ts';
import type { Io } from '../../io.ts';
import { requireEdition } from '../../require-edition.ts';
import { readIdentity } from './read-identity.ts';

/**
 * `octavo ledger recover`: makes a lost ledger again from the releases that were published, in folders or zips.
 * Files that are there already must be the same; the records are written oldest first, each behind its words, so
 * that an interrupted run leaves a shorter ledger and the next one finishes it.
 */
export async function recoverFrom(
  folders: readonly string[],
  root: string,
  options: LedgerOptions,
  io: Io,
): Promise<ExitCode> {
  if (folders.length === 0)
    misuse(
      'recover from what? Give the folders or zips of published releases',
      'Such as dist/my-handbook, which holds them all.',
    );
  const own = readIdentity(await readHandbook(root), options.edition);
  requireEdition(own.editions, options.edition, 'ledger recover');
  const { books, replaced } = await readBooks(folders, own, io);
  const load = FORMATS.find(({ name }) => name === 'jsonld')?.load;
  if (!load) throw new Error('no format makes the ledger');
  const recovered = await recoverLedger(
    books,
    (await load()).compile,
    (await Promise.all(folders.map((folder) => readNotices(resolve(io.cwd, folder))))).flat(),
    replaced,
  );
  const { versions, lost } = recovered;
  const files = new Map(
    [...recovered.files].map(([path, content]) => [ledgerPath(path, options.edition), content]),
  );
  const differing = await existing(root, files);
  if (differing.length > 0)
    fail(
      EXIT.refused,
      `${differing.join(', ')}: there already, and not as the published releases have it`,
      'Find out which is right. Move these files away to have them made again.',
    );
  for (const [path, content] of files) await writeAtomic(join(root, ...path.split('/')), content);
  for (const line of lost) io.stderr.write(`not recovered: ${line}\n`);
  const shown = relative(io.cwd, join(root, ledgerFolder(options.edition))) || 'releases';
  if (!options.quiet && versions.length > 0)
    io.stderr.write(
      `recovered ${counted(versions.length, 'release')}: ${versions.join(', ')}\na retraction or a merge after the last of them may be in no release: look, and say it again\ncommit the ledger: ${shown}\n`,
    );
  return lost.length > 0 ? EXIT.refused : EXIT.ok;
}

/** The notices that `octavo retract` keeps in the folder of all releases. */
async function readNotices(folder: string): Promise<readonly unknown[]> {
  try {
    const notices: unknown = JSON.parse(await readFile(join(folder, 'notices.json'), 'utf8'));
    return Array.isArray(notices) ? notices : [];
  } catch {
    return [];
  }
}

/** Reads the releases of the handbook in the folders; one that is of another book is refused. */
async function readBooks(
  folders: readonly string[],
  own: { readonly id: string; readonly iri: string },
  io: Io,
): Promise<{ readonly books: readonly PublishedBook[]; readonly replaced: ReadonlySet<string> }> {
  const books = new Map<string, PublishedBook>();
  const replaced = new Set<string>();
  for (const folder of folders)
    for (const { name, tree, manifest } of await publishedPlaces(folder, io.cwd)) {
      const book = await readPublishedBook(name, tree, manifest);
      if (typeof book === 'object' && 'replaced' in book) {
        replaced.add(book.replaced);
        continue;
      }
      if (typeof book === 'string') fail(EXIT.content, `"${name}" cannot be read: ${book}`);
      const { id, iri, stage, edition } = book.manifest;
      if (stage !== 'release') continue;
      if (id !== own.id || iri !== own.iri)
        fail(
          EXIT.usage,
          `"${name}" is a release of "${id}" at <${iri}>, and this handbook is "${own.id}" at <${own.iri}>`,
          'Give the releases of this handbook.',
        );
      const known = books.get(edition.version);
      if (known && known.sums !== book.sums)
        fail(
          EXIT.refused,
          `"${known.name}" and "${name}" are two releases ${edition.version} with other content`,
          'Give the one that was published.',
        );
      books.set(edition.version, known ?? book);
    }
  for (const version of books.keys()) replaced.delete(version);
  if (books.size + replaced.size === 0)
    fail(
      EXIT.usage,
      `there is no release in ${folders.map((folder) => `"${folder}"`).join(', ')}`,
      'A release is a folder with a manifest.json, or its zip.',
    );
  return { books: [...books.values()], replaced };
}

async function existing(
  root: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const [path, content] of files) {
    const full = join(root, ...path.split('/'));
    if (!existsSync(full)) continue;
    const there = await readFile(full, 'utf8');
    if (there.replaceAll('\r\n', '\n') !== Buffer.from(content).toString('utf8')) differing.push(path);
  }
  return differing;
}
