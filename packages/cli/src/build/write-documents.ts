import { createHash } from 'node:crypto';
import {
  bookPath,
  type CompileOptions,
  type Handbook,
  inventoryOf,
  type Ledger,
  type OutputFile,
  previewMark,
} from '@octavo/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import type { Stage } from '../disk/stage.ts';
import type { LoadedFormat } from '../formats.ts';
import { changeList } from '../history/change-list.ts';
import { changeMarkdown } from '../history/change-markdown.ts';
import type { Progress } from '../progress/progress.ts';
import { VERSION } from '../version.ts';
import { type CompileResult, RELEASE_DOCUMENT, siblingsOf } from './compile-formats.ts';
import { handbookDocument } from './handbook-document.ts';
import { hostedTree } from './hosting/hosted-tree.ts';
import { hostingFiles } from './hosting/hosting-files.ts';
import { checksums, manifestOf } from './manifest.ts';
import { printedPages } from './printed-pages.ts';
import { holdToSchema, schemaFiles } from './published-schemas.ts';
import { writeAll } from './tally.ts';
import { workDocument, writeWork } from './work-document.ts';
import { workInventory } from './work-inventory.ts';

export interface BuiltBook {
  readonly handbook: Handbook;
  readonly formats: readonly LoadedFormat[];
  readonly ledger: Ledger;
  readonly changes: Pick<CompileOptions, 'changes' | 'changesSince'> | undefined;
  /** Every file of the handbook's folder. */
  readonly sources: readonly VFile[];
  readonly release: ReleaseFacts | undefined;
  readonly cache: HandbookCache | undefined;
}

/** What came of reading a tree back. An error among the objections: it is not to be published. */
export interface Proof {
  readonly files: readonly OutputFile[];
  readonly objections: readonly VFileMessage[];
}

/** What a release says of itself beyond a preview. All of it is input. */
export interface ReleaseFacts {
  /** The last commit that touched the sources. */
  readonly commit: string | undefined;
  /** The last commit of a source file that is as committed. */
  readonly commitOf: (path: string) => string | undefined;
  /** SHA-256 of the lockfile. */
  readonly lockfile: string | undefined;
  /** Reads the tree back and says what it found: files to add, such as parity.json, and objections. */
  readonly proof: (folder: string, paths: readonly string[], progress: Progress) => Promise<Proof>;
}

/**
 * Writes what the CLI itself adds to the tree: handbook.json, inventory.json, pages.json, the schemas, the change list,
 * of a release its proof, release.jsonld (which lists what was built), what web servers need,
 * manifest.json and SHA256SUMS; a document is held to its schema. Returns what the proof objects to;
 * with an error among that the tree stays unfinished.
 */
export async function writeDocuments(
  stage: Stage,
  book: BuiltBook,
  result: CompileResult,
  progress: Progress,
): Promise<readonly VFileMessage[]> {
  const { handbook, formats, ledger, changes, release } = book;
  const { written, work, moved, stateHash, pageMap } = result;
  const own = (path: string): string => bookPath(handbook, path);
  const data = (file: string, name: string, value: unknown) => {
    const path = own(file);
    holdToSchema(path, name, value);
    const content = encode(`${JSON.stringify(value, null, 2)}\n`);
    return writeAll(stage, 'data', [{ path, mediaType: 'application/json', content }], written);
  };
  const source = handbookDocument(handbook, book.cache?.own);
  const whole = { path: own('handbook.json'), mediaType: 'application/json', content: source };
  await writeAll(stage, 'data', [whole], written);
  const inventory = inventoryOf(handbook);
  await data('inventory.json', 'inventory', inventory);
  if (handbook.volume) await writeWork(stage, [workInventory(handbook, inventory.entries)], work);
  if (pageMap) await data('pages.json', 'pages', printedPages(handbook, pageMap));
  const list = changeList(handbook.id, handbook.edition, changes?.changes ?? [], changes?.changesSince);
  await data('changes.json', 'changes', list);
  const words = encode(changeMarkdown(list, handbook, previewMark(handbook)));
  const announcement = { path: own('changes.md'), mediaType: 'text/markdown', content: words };
  await writeAll(stage, 'data', [announcement], written);
  if (stateHash !== undefined) {
    const schemas = schemaFiles().map((file) => ({ ...file, path: own(file.path) }));
    await writeAll(stage, 'jsonld', schemas, written);
    await writeRelease(stage, book, result);
  }
  const proof = await release?.proof(stage.folder, [...written.keys(), ...work.keys()], progress);
  if (proof?.objections.some(({ fatal }) => fatal === true)) return proof.objections;
  if (proof)
    await writeAll(
      stage,
      'data',
      proof.files.map((file) => ({ ...file, path: own(file.path) })),
      written,
    );
  // What has addresses of its own on a server.
  if (moved !== undefined || stateHash !== undefined) {
    // The pages that a release adds are sealed with it.
    const sealed = release && result.record ? [...ledger, result.record] : ledger;
    const common = [...work.keys()];
    const tree = hostedTree(handbook, written, { ledger: sealed, moved: moved ?? [], common });
    const hosting = hostingFiles(tree);
    if (handbook.volume) await writeWork(stage, hosting, work);
    else await writeAll(stage, 'data', hosting, written);
  }
  if (handbook.volume) await data('work.json', 'work', workDocument(handbook, work));
  const facts = { stateHash, ledger, release };
  await data('manifest.json', 'manifest', manifestOf(handbook, formats, written.values(), facts));
  await stage.write(own('SHA256SUMS'), encode(checksums(written.values())));
  return proof?.objections ?? [];
}

async function writeRelease(
  stage: Stage,
  { handbook, formats, ledger, sources, release }: BuiltBook,
  { written, stateHash }: CompileResult,
): Promise<void> {
  if (stateHash === undefined) return;
  const { releaseDocument } = await import('@octavo/jsonld');
  const graph = written.get(bookPath(handbook, `${handbook.id}.nq`));
  const entries = new Map(
    handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => [entry.source.path, entry] as const),
    ),
  );
  const document = releaseDocument(handbook, {
    stage: release ? 'release' : 'preview',
    note: previewMark(handbook),
    files: [...siblingsOf(handbook, formats, written), ...(graph ? [graph] : [])],
    stateHash,
    ledger,
    sources: sources
      .filter((file) => !file.path.startsWith('releases/') && /\.(md|ya?ml)$/.test(file.path))
      .map(({ path, value }) => {
        const entry = entries.get(path);
        const commit = release?.commitOf(path);
        return {
          path,
          sha256: createHash('sha256').update(value).digest('hex'),
          ...(entry ? { entry: entry.number, line: entry.source.line } : {}),
          ...(commit === undefined ? {} : { commit }),
        };
      }),
    generator: { version: VERSION },
    ...(release?.commit === undefined ? {} : { commit: release.commit }),
  });
  const content = document.content as Uint8Array;
  holdToSchema(RELEASE_DOCUMENT, 'jsonld-release', JSON.parse(new TextDecoder().decode(content)));
  await writeAll(stage, 'jsonld', [document], written);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
