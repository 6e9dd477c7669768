import {
  bookPath,
  type CompileOptions,
  type Executor,
  type Format,
  type FormatOptions,
  type FormatResult,
  type Handbook,
  type Ledger,
  type Moved,
  type PageMap,
  type ReleaseContent,
  type Sibling,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import type { Stage } from '../disk/stage.ts';
import { type BookFormat, inRounds, type LoadedFormat, loadFormats } from '../formats.ts';
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
  readonly formats: readonly BookFormat[];
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
  readonly formats: readonly LoadedFormat[];
  readonly written: Map<string, WrittenFile>;
  /** Files at the root of the work, with marked slots, by path: no list of a volume has them. */
  readonly work: Map<string, string>;
  /** The hash of the graph, when a format made one. */
  readonly stateHash: string | undefined;
  /** What the ledger will say of a release, when a format made that. */
  readonly record: ReleaseContent | undefined;
  /** Where printed pages begin, when a format has some. */
  readonly pageMap: PageMap | undefined;
  /** Old names of entries, when a format has addresses that a server redirects to. */
  readonly moved: readonly Moved[] | undefined;
}

/**
 * Compiles the formats in the order that their needs ask for, each with what the ones before it made, and
 * writes their files to the stage. With threads, those that do not wait for each other are made side by side.
 */
export async function compileFormats(request: CompileRequest, stage: Stage): Promise<CompileResult> {
  const { handbook, assets, drafts, ledger, cache, executor, progress } = request;
  const written = new Map<string, WrittenFile>();
  const work = new Map<string, string>();
  /** But for the files, which are a quarter of a gigabyte in a long book. */
  const made = new Map<Format, Omit<FormatResult, 'files'>>();
  const failed = new Set<Format>();
  const carried: VFileMessage[] = [];
  const wanted = await loadFormats(request.formats);
  const width = executor?.width ?? 1;
  for (const round of inRounds(wanted)) {
    for (const formats of width > 1 ? [round] : round.map((format) => [format])) {
      request.signal.throwIfAborted();
      const done = await Promise.allSettled(
        formats.map((format) => progress.during(format.name, (own) => compileFormat(format, own))),
      );
      for (const one of done) if (one.status === 'rejected') throw one.reason;
    }
  }
  return {
    messages: [...wanted.flatMap(({ name }) => made.get(name)?.messages ?? []), ...carried],
    formats: wanted.filter(({ name }) => !failed.has(name)),
    written,
    work,
    pageMap: handedOn('pageMap'),
    stateHash: handedOn('stateHash'),
    record: handedOn('record'),
    moved: handedOn('moved'),
  };

  /** What a format before handed back under this name, whichever it was; the first of the list counts. */
  function handedOn<Key extends keyof FormatResult>(key: Key): FormatResult[Key] | undefined {
    for (const { name } of wanted) {
      const value = (made.get(name) as FormatResult | undefined)?.[key];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  async function compileFormat(chosen: LoadedFormat, own: Progress): Promise<void> {
    const { name: format, descriptor, foreign } = chosen;
    const fonts = await fontsFor(chosen, request);
    const pageMap = handedOn('pageMap');
    const structuredData = handedOn('structuredData');
    const options: FormatOptions = {
      assets,
      fonts,
      drafts,
      ledger,
      ...(descriptor.needs === '*' ? { siblings: siblingsOf(handbook, wanted, written) } : {}),
      ...request.changes,
      ...(cache && !foreign ? { cache: cache.format(format, chosen.home()) } : {}),
      ...(foreign ? { own: foreign.own } : {}),
      ...(executor ? { executor } : {}),
      ...(pageMap ? { pageMap } : {}),
      ...(structuredData ? { structuredData } : {}),
    };
    const compiled = await own.during('compile', () => descriptor.compile(handbook, options));
    const { files: _, ...rest } = compiled;
    // Of a format that failed only the messages count: nothing may lead to what is not there.
    if (compiled.messages.some((message) => message.fatal === true)) {
      failed.add(format);
      made.set(format, { messages: compiled.messages });
      return;
    }
    made.set(format, rest);
    const files = compiled.files.filter(({ path }) => path !== bookPath(handbook, RELEASE_DOCUMENT));
    holdToContracts(format, files, descriptor.schemaOf, cache);
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
    // The feed of what has a state leads to the sealed pages of earlier releases.
    if (rest.stateHash !== undefined) carried.push(...(await carrySealedPages(stage, request, written)));
  }
}

/** The files a reader downloads whole: the main files of the formats that were written, but for a website. */
export function siblingsOf(
  book: Handbook,
  formats: readonly LoadedFormat[],
  written: ReadonlyMap<string, WrittenFile>,
): readonly Sibling[] {
  return formats.flatMap(({ name, title, descriptor }) => {
    const file = descriptor.needs === '*' ? undefined : written.get(descriptor.mainFile(book));
    if (file?.format !== name) return [];
    const { path, mediaType, bytes, sha256 } = file;
    return [{ format: name, title, path, mediaType, bytes, sha256 }];
  });
}
