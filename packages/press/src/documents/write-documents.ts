import { hash } from 'node:crypto';
import {
  type Built,
  bookPath,
  type CompileOptions,
  type Handbook,
  inventoryOf,
  type OutputFile,
  previewMark,
  type Retraction,
  slot,
} from '@octavo/core';

import { slug } from '@octavo/core/slug';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { CompileResult } from '../compile/compile-formats.ts';
import { siblingsOf } from '../compile/siblings.ts';
import { entrySchemaFile, holdToSchema, schemaFiles } from '../contracts/published-schemas.ts';
import { allEditions } from '../editions/all-editions.ts';
import { type EditionList, editionList } from '../editions/edition-list.ts';
import { editionsScript } from '../editions/editions-script.ts';
import { timeMaps } from '../editions/time-maps.ts';
import { changeList } from '../history/change-list.ts';
import { changeMarkdown } from '../history/change-markdown.ts';
import type { History } from '../history/history.ts';
import { hostedTree } from '../hosting/hosted-tree.ts';
import { hostingFiles } from '../hosting/hosting-files.ts';
import type { Ports, PressFormat } from '../ports.ts';
import type { Progress } from '../progress.ts';
import { writeAll } from '../tally.ts';
import { VERSION } from '../version.ts';
import { workFile, writeWork } from '../work-files.ts';
import { handbookDocument } from './handbook-document.ts';
import { checksums, manifestOf, sliceOf } from './manifest.ts';
import { printedPages } from './printed-pages.ts';

/** What a release records beyond what a preview does. */
export interface ReleaseFacts {
  /** The last commit that touched the sources. */
  readonly commit: string | undefined;
  /** Returns the last commit of a source file whose content is as committed. */
  readonly commitOf: (path: string) => string | undefined;
  /** SHA-256 of the lockfile. */
  readonly lockfile: string | undefined;
}

export interface BuiltBook {
  /** As its formats print it. */
  readonly handbook: Handbook;
  /** As it was written. */
  readonly source: Handbook;
  readonly formats: readonly PressFormat[];
  readonly history: History;
  readonly changes: Pick<CompileOptions, 'changes' | 'changesSince'> | undefined;
  /** Every file of the handbook's folder. */
  readonly sources: readonly VFile[];
  /** Set when the tree is a release. */
  readonly release: ReleaseFacts | undefined;
  /** The editions that the publisher withdrew, by version, also those that this edition did not know. */
  readonly retractions: ReadonlyMap<string, Retraction>;
}

/**
 * Writes the documents that concern all formats: handbook.json, inventory.json, pages.json, the schemas, the
 * list of changes, the files of formats that list what was built, the proof, the configuration for web
 * servers, manifest.json and SHA256SUMS. Documents with a schema are validated. Returns the objections of the
 * proof; when one of them is an error, the tree stays unfinished.
 */
export async function writeDocuments(
  ports: Ports,
  book: BuiltBook,
  result: CompileResult,
  progress: Progress,
): Promise<readonly VFileMessage[]> {
  const { handbook, formats, history, release } = book;
  const { written, work, state } = result;
  const { stage } = ports;
  const own = (path: string): string => bookPath(handbook, path);
  const put = (by: string, files: readonly OutputFile[]) =>
    writeAll(
      stage,
      by,
      files.map((file) => ({ ...file, path: own(file.path) })),
      written,
    );
  const data = (path: string, name: string, value: unknown) => {
    holdToSchema(own(path), name, value);
    return put('data', [json(path, encode(`${JSON.stringify(value, null, 2)}\n`))]);
  };
  await put('data', [json('handbook.json', handbookDocument(book.source, ports.cache?.own))]);
  const inventory = inventoryOf(handbook);
  await data('inventory.json', 'inventory', inventory);
  if (handbook.volume) await writeWork(stage, [workInventory(handbook, inventory.entries)], work);
  if (result.pageMap) await data('pages.json', 'pages', printedPages(handbook, result.pageMap));
  const { changes = [], changesSince } = book.changes ?? {};
  const list = changeList(handbook.id, handbook.edition, changes, changesSince, book.source.errata);
  await data('changes.json', 'changes', list);
  const words = encode(changeMarkdown(list, handbook, previewMark(handbook)));
  await put('data', [{ path: 'changes.md', mediaType: 'text/markdown', content: words }]);
  if (state) await put(state.by, [...schemaFiles(), ...entrySchemaFile(handbook)]);
  const editions = editionList(book.source, book.history, release !== undefined);
  const unlisted = result.moved && release ? [own('editions.js')] : [];
  for (const path of unlisted) {
    const all = allEditions(book.source, book.history, true);
    await stage.write(path, editionsScript(handbook, all, book.retractions));
  }
  if (result.moved) await put('data', timeMaps(handbook, editions));
  await writeAfterwards(ports, book, result);
  const proof = await ports.prove?.([...written.keys(), ...work.keys(), ...unlisted], progress);
  if (proof?.objections.some(({ fatal }) => fatal === true)) return proof.objections;
  await put('data', proof?.files ?? []);
  await writeHosting(ports, book, result, editions);
  if (handbook.volume) await data('work.json', 'work', workDocument(handbook, work));
  const facts = { stateHash: state?.value, history, release };
  await data('manifest.json', 'manifest', manifestOf(handbook, formats, written.values(), facts));
  await stage.write(own('SHA256SUMS'), encode(checksums(written.values())));
  return proof?.objections ?? [];
}

/** Writes the files of formats that say what was built. */
async function writeAfterwards(
  { stage, cache }: Ports,
  { handbook, formats, sources, release }: BuiltBook,
  { written, afterwards }: CompileResult,
): Promise<void> {
  if (afterwards.length === 0) return;
  const built: Built = {
    stage: release ? 'release' : 'preview',
    note: previewMark(handbook),
    downloads: siblingsOf(handbook, formats, written),
    sources: sourcesOf(handbook, sources, release?.commitOf),
    commit: release?.commit,
    generator: { version: VERSION },
  };
  for (const { format, files } of afterwards)
    for (const file of files) {
      const content = file.afterwards?.(built) ?? file.content;
      const schema = format.schemaOf?.(file.path);
      if (schema !== undefined && content instanceof Uint8Array)
        holdToSchema(file.path, schema, JSON.parse(new TextDecoder().decode(content)));
      await writeAll(stage, format.name, [{ ...file, content }], written, cache);
    }
}

function sourcesOf(
  handbook: Handbook,
  sources: readonly VFile[],
  commitOf: ((path: string) => string | undefined) | undefined,
): Built['sources'] {
  const entries = new Map(
    handbook.chapters.flatMap((chapter) => chapter.entries.map((entry) => [entry.source.path, entry])),
  );
  return sources
    .filter((file) => !file.path.startsWith('releases/') && /\.(md|ya?ml)$/.test(file.path))
    .map(({ path, value }) => {
      const entry = entries.get(path);
      const commit = commitOf?.(path);
      return {
        path,
        sha256: hash('sha256', value),
        ...(entry ? { entry: entry.number, line: entry.source.line } : {}),
        ...(commit === undefined ? {} : { commit }),
      };
    });
}

/** Writes the configuration for web servers, for a book that has addresses of its own on a server. */
async function writeHosting(
  { stage }: Ports,
  { handbook, history: { ledger }, release }: BuiltBook,
  { written, work, moved, state, record }: CompileResult,
  editions: EditionList,
): Promise<void> {
  if (moved === undefined && state === undefined) return;
  // The feed pages that a release adds are sealed with it.
  const sealed = release && record ? [...ledger, record] : ledger;
  const tree = hostedTree(handbook, written, {
    ledger: sealed,
    moved: moved ?? [],
    common: [...work.keys()],
    editions,
  });
  const hosting = hostingFiles(tree);
  if (handbook.volume) await writeWork(stage, hosting, work);
  else await writeAll(stage, 'data', hosting, written);
}

function json(path: string, content: Uint8Array): OutputFile {
  return { path, mediaType: 'application/json', content };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * Makes work.json: what a volume contributes to the files at the root of its work (schemas/work.schema.json).
 */
function workDocument({ id, iri, volume, edition }: Handbook, work: ReadonlyMap<string, string>): unknown {
  return {
    schemaVersion: 1,
    id,
    iri,
    volume: volume && sliceOf(volume),
    edition: { version: edition.version, date: edition.date },
    files: [...work].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/**
 * Makes inventory.json at the root of a work: the entries of all volumes, for handbooks that link to the
 * work. Its id is derived from the IRI, so that it is the same whichever volume was published last.
 */
function workInventory(
  { iri, volume, title, language, edition }: Handbook,
  entries: readonly unknown[],
): OutputFile {
  const { hostname, pathname } = new URL(iri);
  const frame = {
    schemaVersion: 1,
    id: slug(decodeURI(pathname).split('/').at(-2) || hostname) || 'work',
    iri,
    title: volume?.work ?? title,
    language,
    edition: { version: edition.version, date: edition.date },
    entries: [],
  };
  const own = entries.map((entry) => JSON.stringify(entry, null, 2).replace(/^/gm, '    ')).join(',\n');
  const [before = '', after = ''] = JSON.stringify(frame, null, 2).split(/(?<="entries": \[)(?=\]\n\}$)/);
  const text = `${before}\n${slot('entries', own, ',\n')}\n  ${after}\n`;
  return workFile('inventory.json', 'application/json', text);
}
