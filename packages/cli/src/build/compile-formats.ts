import { fileURLToPath } from 'node:url';
import type { CompileOptions, Format, Handbook, PageMap, Sibling, StructuredData } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { readFonts } from '../disk/read-fonts.ts';
import type { Stage } from '../disk/stage.ts';
import { FORMAT_ORDER, loadFormat } from '../formats.ts';
import { type WrittenFile, writeAll } from './tally.ts';

export interface CompileRequest {
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly drafts: boolean;
  /** The handbook's folder: fonts may be installed beside it too. */
  readonly root: string;
  readonly signal: AbortSignal;
  /** Told before each format, for a progress line. */
  readonly progress: (format: Format) => void;
}

export interface CompileResult {
  readonly messages: readonly VFileMessage[];
  readonly written: Map<string, WrittenFile>;
}

/** Compiles the formats in their order, each with what the ones before it made, and writes their files to the stage. */
export async function compileFormats(request: CompileRequest, stage: Stage): Promise<CompileResult> {
  const { handbook, assets, drafts } = request;
  const written = new Map<string, WrittenFile>();
  const messages: VFileMessage[] = [];
  let pageMap: PageMap | undefined;
  let structuredData: StructuredData | undefined;
  for (const format of FORMAT_ORDER.filter((name) => request.formats.includes(name))) {
    request.signal.throwIfAborted();
    request.progress(format);
    const module = await loadFormat(format);
    const fonts = await readFonts(module.fontsNeeded?.(handbook) ?? [], [
      fileURLToPath(module.home),
      `${request.root}/handbook.yaml`,
    ]);
    const options: CompileOptions = {
      assets,
      fonts,
      drafts,
      siblings: siblingsOf(written),
      ...(pageMap ? { pageMap } : {}),
      ...(structuredData ? { structuredData } : {}),
    };
    const compiled = await module.compile(handbook, options);
    messages.push(...compiled.messages);
    pageMap ??= compiled.pageMap;
    structuredData ??= compiled.structuredData;
    if (!messages.some((message) => message.fatal === true))
      await writeAll(stage, format, compiled.files, written);
  }
  return { messages, written };
}

/** The files a reader downloads whole: the one that is the format. */
function siblingsOf(written: ReadonlyMap<string, WrittenFile>): readonly Sibling[] {
  return [...written.values()].flatMap(({ path, mediaType, format, bytes }) =>
    format !== 'data' && format !== 'html' && /^[^/]+\.(pdf|epub|jsonld)$/.test(path)
      ? [{ format, path, mediaType, bytes }]
      : [],
  );
}
