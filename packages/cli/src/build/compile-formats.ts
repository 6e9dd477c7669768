import { fileURLToPath } from 'node:url';
import type {
  CompileOptions,
  Executor,
  Format,
  Handbook,
  PageMap,
  Sibling,
  StructuredData,
} from '@octavo/core';
import type { Moved } from '@octavo/html';
import type { JsonldOptions, Ledger, LedgerRelease } from '@octavo/jsonld';
import type { VFileMessage } from 'vfile-message';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import { readFonts } from '../disk/read-fonts.ts';
import type { Stage } from '../disk/stage.ts';
import { FORMAT_ORDER, loadFormat } from '../formats.ts';
import { countedStage } from '../progress/counted-stage.ts';
import type { Progress } from '../progress/progress.ts';
import { carrySealedPages } from './carry-sealed-pages.ts';
import { holdToContracts } from './hold-to-contracts.ts';
import { type WrittenFile, writeAll } from './tally.ts';

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
  readonly written: Map<string, WrittenFile>;
  /** The hash of the graph, when JSON-LD was built. */
  readonly stateHash: string | undefined;
  /** What the ledger will say of a release, when JSON-LD was built. */
  readonly record: LedgerRelease | undefined;
  /** Where the PDF's pages begin, when it was built. */
  readonly pageMap: PageMap | undefined;
  /** Old names of entries, when HTML was built. */
  readonly moved: readonly Moved[];
}

/** Compiles the formats in their order, each with what the ones before it made, and writes their files to the stage. */
export async function compileFormats(request: CompileRequest, stage: Stage): Promise<CompileResult> {
  const { handbook, assets, drafts, ledger, cache, executor, progress } = request;
  const written = new Map<string, WrittenFile>();
  const messages: VFileMessage[] = [];
  let pageMap: PageMap | undefined;
  let structuredData: StructuredData | undefined;
  let stateHash: string | undefined;
  let record: LedgerRelease | undefined;
  let moved: readonly Moved[] = [];
  for (const format of FORMAT_ORDER.filter((name) => request.formats.includes(name))) {
    request.signal.throwIfAborted();
    await progress.during(format, () => compileFormat(format));
  }
  return { messages, written, pageMap, stateHash, record, moved };

  async function compileFormat(format: Format): Promise<void> {
    const module = await loadFormat(format);
    const fonts = await readFonts(module.fontsNeeded?.(handbook, assets) ?? [], [
      fileURLToPath(module.home),
      `${request.root}/handbook.yaml`,
    ]);
    const options: JsonldOptions = {
      assets,
      fonts,
      drafts,
      ledger,
      siblings: siblingsOf(handbook.id, written),
      ...request.changes,
      ...(cache ? { cache: cache.format(format, module.home) } : {}),
      ...(executor ? { executor } : {}),
      ...(pageMap ? { pageMap } : {}),
      ...(structuredData ? { structuredData } : {}),
    };
    const compiled = await progress.during('compile', () => module.compile(handbook, options));
    messages.push(...compiled.messages);
    pageMap ??= compiled.pageMap;
    structuredData ??= compiled.structuredData;
    stateHash ??= compiled.stateHash;
    record ??= compiled.record;
    moved = compiled.moved ?? moved;
    if (messages.some((message) => message.fatal === true)) return;
    const files = compiled.files.filter((file) => file.path !== RELEASE_DOCUMENT);
    holdToContracts(format, files, module.schemaOf, cache);
    const counted = countedStage(stage, files.length, progress);
    await progress.during('write', () => writeAll(counted, format, files, written, cache));
    if (format === 'jsonld') messages.push(...(await carrySealedPages(stage, request, written)));
  }
}

/** The files a reader downloads whole: the one that is the format. */
export function siblingsOf(id: string, written: ReadonlyMap<string, WrittenFile>): readonly Sibling[] {
  return (['pdf', 'epub', 'jsonld'] as const).flatMap((format) => {
    const file = written.get(`${id}.${format}`);
    return file
      ? [{ format, path: file.path, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 }]
      : [];
  });
}
