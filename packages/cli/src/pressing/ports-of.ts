import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Executor } from '@octavo/core';
import type { Ports, Progress, Stage } from '@octavo/press';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import { readFonts } from '../disk/installed.ts';
import { findFile } from '../disk/published-tree.ts';
import type { BookFormat } from '../formats.ts';

interface Places {
  /** The handbook's folder: fonts may be installed beside it too. */
  readonly root: string;
  readonly formats: readonly BookFormat[];
  readonly stage: Stage;
  /** The folder that the stage will replace. */
  readonly out: string;
  /** Another folder to look for sealed pages in. */
  readonly previous?: string | undefined;
  readonly cache?: HandbookCache | undefined;
  readonly executor?: Executor | undefined;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** How the press reaches this machine: its disk, its packages, its threads. */
export function portsOf(places: Places): Ports {
  const { root, formats, stage, out, previous, cache, executor, progress, signal } = places;
  const homes = new Map(formats.map((format) => [format.name, format]));
  return {
    stage,
    executor,
    progress,
    signal,
    fonts: (requests, { name }) => readFonts(requests, fontPlaces(homes.get(name), root)),
    // The folder that is replaced, that of the page's release beside it, and the one that was named.
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

/** From where npm packages with fonts for a format are looked for: its own code, and the handbook. */
export function fontPlaces(format: Pick<BookFormat, 'home'> | undefined, root: string): readonly string[] {
  return [...(format ? [fileURLToPath(format.home())] : []), `${root}/handbook.yaml`];
}
