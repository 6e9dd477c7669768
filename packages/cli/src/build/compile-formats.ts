import {
  bookPath,
  type CompileOptions,
  type Executor,
  type Format,
  type Handbook,
  type Ledger,
  type PageMap,
  type Placed,
  type ReleaseContent,
  type Sibling,
} from '@octavo/core';
import type { Moved } from '@octavo/html';
import type { JsonldOptions } from '@octavo/jsonld';
import type { VFileMessage } from 'vfile-message';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import type { Stage } from '../disk/stage.ts';
import { FORMAT_ORDER, loadFormat, type Made } from '../formats.ts';
import { countedStage } from '../progress/counted-stage.ts';
import type { Progress } from '../progress/progress.ts';
import { carrySealedPages } from './carry-sealed-pages.ts';
import { holdToContracts } from './hold-to-contracts.ts';
import { fontsFor } from './needs-of.ts';
import { type WrittenFile, writeAll } from './tally.ts';
import { writeWork } from './work-document.ts';

/** Written last, when all that it lists is there. */
export const RELEASE_DOCUMENT = 'release.jsonld';

export interface CompileRequest {
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly drafts: boolean;
  readonly ledger: Ledger;
  /** What changed since the release before, when there is one. */
  readonly changes: Pick<CompileOptions, 'changes' | 'changesSince'> | undefined;
  /** The folder that the stage will replace. */
  readonly out: string;
  /** Another folder to look for sealed pages in. */
  readonly previous?: string | undefined;
  /** The handbook's folder: fonts may be installed beside it too. */
  readonly root: string;
  readonly cache?: HandbookCache | undefined;
  readonly executor?: Executor | undefined;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface CompileResult {
  readonly messages: readonly VFileMessage[];
  /** The formats that were made; one that reported an error was not. */
  readonly formats: readonly Format[];
  readonly written: Map<string, WrittenFile>;
  /** Files at the root of the work, with marked slots, by path: no list of a volume has them. */
  readonly work: Map<string, string>;
  /** The hash of the graph, when JSON-LD was built. */
  readonly stateHash: string | undefined;
  /** What the ledger will say of a release, when JSON-LD was built. */
  readonly record: ReleaseContent | undefined;
  /** Where the PDF's pages begin, when it was built. */
  readonly pageMap: PageMap | undefined;
  /** Old names of entries, when HTML was built. */
  readonly moved: readonly Moved[];
}

/**
 * Compiles the formats in their order, each with what the ones before it made, and writes their files to
 * the stage. JSON-LD asks nothing of the PDF: it is made while other threads lay out the PDF's chapters.
 */
export async function compileFormats(request: CompileRequest, stage: Stage): Promise<CompileResult> {
  const { handbook, assets, drafts, ledger, cache, executor, progress } = request;
  const written = new Map<string, WrittenFile>();
  const work = new Map<string, string>();
  /** But for the files, which are a quarter of a gigabyte in a long book. */
  const made = new Map<Format, Omit<Made, 'files'>>();
  const failed = new Set<Format>();
  const carried: VFileMessage[] = [];
  const wanted = FORMAT_ORDER.filter((name) => request.formats.includes(name));
  for (const formats of together(wanted, executor)) {
    request.signal.throwIfAborted();
    const done = await Promise.allSettled(
      formats.map((format) => progress.during(format, (own) => compileFormat(format, own))),
    );
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }
  const graph = made.get('jsonld');
  return {
    messages: [...wanted.flatMap((format) => made.get(format)?.messages ?? []), ...carried],
    formats: request.formats.filter((format) => !failed.has(format)),
    written,
    work,
    pageMap: made.get('pdf')?.pageMap,
    stateHash: graph?.stateHash,
    record: graph?.record,
    moved: made.get('html')?.moved ?? [],
  };

  async function compileFormat(format: Format, own: Progress): Promise<void> {
    const module = await loadFormat(format);
    const fonts = await fontsFor(module, request);
    const { pageMap } = made.get('pdf') ?? {};
    const { structuredData } = made.get('jsonld') ?? {};
    const options: JsonldOptions = {
      assets,
      fonts,
      drafts,
      ledger,
      // JSON-LD's list of files is written when all are there.
      ...(format === 'jsonld' ? {} : { siblings: siblingsOf(handbook, written) }),
      ...request.changes,
      ...(cache ? { cache: cache.format(format, module.home) } : {}),
      ...(executor ? { executor } : {}),
      ...(pageMap ? { pageMap } : {}),
      ...(structuredData ? { structuredData } : {}),
    };
    const compiled = await own.during('compile', () => module.compile(handbook, options));
    const { files: _, ...rest } = compiled;
    // Of a format that failed only the messages count: nothing may lead to what is not there.
    if (compiled.messages.some((message) => message.fatal === true)) {
      failed.add(format);
      made.set(format, { messages: compiled.messages });
      return;
    }
    made.set(format, rest);
    const files = compiled.files.filter(({ path }) => path !== bookPath(handbook, RELEASE_DOCUMENT));
    holdToContracts(format, files, module.schemaOf, cache);
    await own.during('write', (counting) =>
      writeAll(
        countedStage(stage, files.length, counting),
        format,
        files.filter((file) => file.work === undefined),
        written,
        cache,
      ),
    );
    await writeWork(stage, files, work);
    if (format === 'jsonld') carried.push(...(await carrySealedPages(stage, request, written)));
  }
}

/** The formats in their order, those that are made side by side together. */
function together(wanted: readonly Format[], executor: Executor | undefined): readonly (readonly Format[])[] {
  const aside = executor !== undefined && executor.width > 1 ? ASIDE.filter((it) => wanted.includes(it)) : [];
  const others = wanted.filter((format) => !aside.includes(format)).map((format) => [format]);
  return aside.length === 0 ? others : [aside, ...others];
}

const ASIDE: readonly Format[] = ['pdf', 'jsonld'];

/** The files a reader downloads whole: the one that is the format. */
export function siblingsOf(book: Placed, written: ReadonlyMap<string, WrittenFile>): readonly Sibling[] {
  return (['pdf', 'epub', 'jsonld'] as const).flatMap((format) => {
    const file = written.get(bookPath(book, `${book.id}.${format}`));
    return file
      ? [{ format, path: file.path, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 }]
      : [];
  });
}
