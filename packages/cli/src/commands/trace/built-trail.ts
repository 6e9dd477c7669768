import { bookPath, chapterParts, type Entry, indexHandbook } from '@octavo/core';
import { entryAnchor, entryPath } from '@octavo/core/say';
import { strFromU8, unzipSync } from 'fflate';
import { FORMAT_NAMES } from '../../formats.ts';
import type { BuiltFolder } from './built-folder.ts';
import type { BuiltTrail, EpubTrail, PdfTrail } from './trail.ts';

/** Finds where an entry is in a built folder. Every address is looked up in the files and not inferred. */
export async function builtTrail(
  built: BuiltFolder,
  number: string,
  source: Entry | undefined,
): Promise<BuiltTrail | null> {
  const entry = indexHandbook(built.handbook).entry.get(number);
  if (!entry) return null;
  return {
    edition: built.handbook.edition,
    current: source ? source.fingerprint === entry.fingerprint : null,
    html: await inHtml(built, number),
    pdf: inPdf(built, number),
    epub: await inEpub(built, number),
    jsonld: inJsonld(built, entry),
    others: ofOthers(built),
  };
}

/** The entry's own page, and the page of its chapter that holds it. */
async function inHtml({ tree, handbook }: BuiltFolder, number: string): Promise<readonly string[]> {
  const own = `${entryPath(number)}/index.html`;
  const parts = handbook.chapters
    .flatMap(chapterParts)
    .filter(({ entries }) => entries.some((entry) => entry.number === number));
  const found = tree.paths.includes(own) ? [own] : [];
  for (const { id } of parts) {
    const path = bookPath(handbook, `${id}/index.html`);
    const bytes = await tree.read(path);
    if (bytes && strFromU8(bytes).includes(`id="${entryAnchor(number)}"`))
      found.push(`${path}#${entryAnchor(number)}`);
  }
  return found;
}

function inPdf({ tree, pages }: BuiltFolder, number: string): PdfTrail | null {
  if (!pages || !tree.paths.includes(pages.pdf)) return null;
  const labels = pages.pages.filter(({ entries }) => entries.includes(number)).map(({ label }) => label);
  return { file: pages.pdf, pages: labels, destination: entryAnchor(number) };
}

async function inEpub({ tree, handbook }: BuiltFolder, number: string): Promise<EpubTrail | null> {
  const file = bookPath(handbook, `${handbook.id}.epub`);
  const bytes = await tree.read(file);
  if (!bytes) return null;
  const documents = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xhtml') });
  const id = entryAnchor(number);
  const document = Object.keys(documents)
    .sort()
    .find((path) => strFromU8(documents[path] ?? new Uint8Array()).includes(` id="${id}"`));
  return document === undefined ? null : { file, document, id };
}

function ofOthers({ manifest }: BuiltFolder): BuiltTrail['others'] {
  const others = manifest.formats.filter((name) => !FORMAT_NAMES.includes(name));
  return Object.fromEntries(
    others.map((name) => [
      name,
      manifest.files.filter(({ format }) => format === name).map(({ path }) => path),
    ]),
  );
}

function inJsonld({ tree, handbook }: BuiltFolder, entry: Entry): readonly string[] {
  const { number, topics } = entry;
  const chapter = indexHandbook(handbook).chapterOf.get(number)?.id;
  return [
    `${entryPath(number)}.jsonld`,
    `chapter/${chapter}.jsonld`,
    ...topics.map((topic) => `topic/${topic}.jsonld`),
    `${handbook.id}.jsonld`,
  ]
    .map((path) => bookPath(handbook, path))
    .filter((path) => tree.paths.includes(path));
}
