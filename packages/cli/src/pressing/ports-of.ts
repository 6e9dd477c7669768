import { dirname, join } from 'node:path';
import type { Executor } from '@octavo/core';
import type { Ports, Progress, Stage } from '@octavo/press';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import { readFonts } from '../disk/installed.ts';
import { findFile } from '../disk/published-tree.ts';
import type { BookFormat } from '../formats.ts';
import { fontPlaces } from './font-places.ts';

interface Places {
  /** The handbook's folder, because fonts may be installed beside it too. */
  readonly root: string;
  readonly formats: readonly BookFormat[];
  readonly stage: Stage;
  /** The folder that the stage will replace. */
  readonly out: string;
  /** Another folder in which to look for sealed pages. */
  readonly previous?: string | undefined;
  readonly cache?: HandbookCache | undefined;
  readonly executor?: Executor | undefined;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** Connects the press to this machine: its disk, its packages and its threads. */
export function portsOf(places: Places): Ports {
  const { root, formats, stage, out, previous, cache, executor, progress, signal } = places;
  const homes = new Map(formats.map((format) => [format.name, format]));
  return {
    stage,
    executor,
    progress,
    signal,
    fonts: (requests, { name }) => readFonts(requests, fontPlaces(homes.get(name), root)),
    // Sealed pages are looked for in the folder that is replaced, in that of the page's release beside it,
    // and in the one that was named.
    sealed: ({ path, sha256, release }) =>
      findFile(path, sha256, [
        out,
        join(dirname(out), release),
        ...(previous === undefined ? [] : [previous]),
      ]),
    cache: cache && {
      own: cache.own,
      sha256Of: cache.sha256Of,
      format: (name) => {
        const format = homes.get(name);
        return format && cache.format(name, format.home());
      },
    },
  };
}
