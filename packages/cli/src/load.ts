import { relative, resolve, sep } from 'node:path';
import { type Loaded, loadHandbook, type Memory, NO_MEMORY, schemaTools } from '@octavo/core';
import { NO_PROGRESS, type Progress } from '@octavo/press';
import { VFile } from 'vfile';
import type { HandbookCache } from './cache/handbook-cache.ts';
import type { SourceOptions } from './commands.generated.ts';
import { readHandbook } from './disk/read-handbook.ts';
import { editionFiles } from './edition-files.ts';
import type { Io } from './io.ts';
import { keepHeapSmall } from './jobs/keep-heap-small.ts';

/** A handbook read from disk, and how its paths look from the current folder. */
export interface LoadedFolder extends Loaded {
  readonly root: string;
  /** The prefix of its files' paths: `content/coremodels-faq`, or empty in the handbook's own folder. */
  readonly prefix: string;
}

/** What is loaded: without an edition, the whole book. */
export type LoadOptions = Omit<SourceOptions, 'edition'> & Partial<Pick<SourceOptions, 'edition'>>;

/** What the editions of a book share when they are loaded one after the other: its files, and what is made of them. */
export interface SharedLoads {
  readonly files: readonly VFile[];
  readonly memory: Memory;
}

/** What loading uses, and whom it informs. */
interface LoadHelpers {
  readonly shared?: SharedLoads | undefined;
  readonly cache?: HandbookCache | undefined;
  readonly progress?: Progress;
  /** Called with the number of the handbook's files, before the work on them begins. */
  readonly onFiles?: (count: number) => void;
}

/**
 * Reads and validates the handbook at a path from the current folder; with a cache, only what has changed.
 */
export async function loadFolder(
  path: string,
  { drafts, lenient, edition }: LoadOptions,
  io: Io,
  { shared, cache, progress = NO_PROGRESS, onFiles }: LoadHelpers = {},
): Promise<LoadedFolder> {
  const root = resolve(io.cwd, path);
  const all = shared?.files ?? (await progress.during('read', () => readHandbook(root)));
  const memory = shared?.memory ?? NO_MEMORY;
  const files = editionFiles(all, edition);
  keepHeapSmall(files.length);
  onFiles?.(files.length);
  return {
    ...(await progress.during('check', async () => {
      const tools = await schemaTools(files, memory);
      return loadHandbook(files, {
        drafts,
        lenient,
        edition,
        tools,
        memory,
        ...(cache ? { cache: cache.source } : {}),
      });
    })),
    root,
    prefix: relative(io.cwd, root).split(sep).join('/'),
  };
}

/** The names of a book's editions, from handbook.yaml without the rest; what is wrong with it each load tells. */
export function editionNames(files: readonly VFile[]): readonly string[] {
  const yaml = files.filter(({ path }) => path === 'handbook.yaml');
  return loadHandbook(yaml.map(({ path, value }) => new VFile({ path, value }))).editions;
}
