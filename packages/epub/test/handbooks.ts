import { fileURLToPath } from 'node:url';
import { type Cache, type CompileOptions, type Handbook, schemaTools } from '@octavo/core';
import { readFolder } from './read-folder.ts';
import { loadFiles, sampleHandbook } from './sample.ts';

/** A handbook with what its folder holds. */
export interface LoadedHandbook {
  readonly handbook: Handbook;
  readonly options: CompileOptions;
}

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const FAQ = 'content/coremodels-faq';
const faqFiles = Object.entries(readFolder(folder(FAQ))).map(([path, value]) => ({ path, value }));
const TOOLS = new Map([[FAQ, await schemaTools(faqFiles)]]);

function loaded(path: string): LoadedHandbook {
  const files = readFolder(folder(path));
  return {
    handbook: loadFiles(files, TOOLS.get(path)),
    options: { assets: new Map(Object.entries(files)), drafts: true, cache: CACHE },
  };
}

/** A cache in memory, so that a test file draws a cover once. */
export const CACHE: Cache = memoryCache();

function memoryCache(): Cache {
  const kept = new Map<string, Uint8Array>();
  return {
    get: async (key) => kept.get(key),
    put: async (key, bytes) => {
      kept.set(key, bytes);
    },
  };
}

/** The handbooks that every format is tried on. */
export const HANDBOOKS: Readonly<Record<string, () => LoadedHandbook>> = {
  sample: () => ({ handbook: sampleHandbook(), options: { drafts: true, cache: CACHE } }),
  'kitchen-sink': () => loaded('tests/fixtures/kitchen-sink'),
  'coremodels-faq': () => loaded(FAQ),
};

/** The numbers of a handbook's entries in reading order. */
export function numbersOf(handbook: Handbook): readonly string[] {
  return handbook.chapters.flatMap((chapter) => chapter.entries.map((entry) => entry.number));
}
