import type { WrittenFile } from '../tally.ts';

/** The media type of every file, as a small set of rules. */
export interface MediaRules {
  /** By the end of the name, the longer ends first: `.schema.json` before `.json`. */
  readonly endings: readonly (readonly [ending: string, mediaType: string])[];
  /** Files whose ending says something else, from the web root. */
  readonly files: readonly (readonly [path: string, mediaType: string])[];
}

/**
 * Of an ending with several types, such as `.xml`, the plain type is the rule and the others are exceptions.
 */
export function mediaRules(written: Iterable<Pick<WrittenFile, 'path' | 'mediaType'>>): MediaRules {
  const byEnding = new Map<string, Map<string, string[]>>();
  for (const { path, mediaType } of written) {
    const ending = /(?:\.schema)?\.[A-Za-z0-9]+$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0];
    if (ending === undefined) continue;
    const types = byEnding.get(ending) ?? new Map<string, string[]>();
    const paths = types.get(mediaType);
    if (paths) paths.push(path);
    else types.set(mediaType, [path]);
    byEnding.set(ending, types);
  }
  const endings: [string, string][] = [];
  const files: [string, string][] = [];
  for (const [ending, types] of byEnding) {
    const plain = `application/${ending.slice(1)}`;
    const rule = types.has(plain) ? plain : ([...types.keys()].sort()[0] ?? plain);
    endings.push([ending, rule]);
    for (const [mediaType, paths] of types) {
      if (mediaType !== rule) for (const path of paths) files.push([path, mediaType]);
    }
  }
  return { endings: endings.sort(longerFirst), files: files.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function longerFirst([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return b.split('.').length - a.split('.').length || (a < b ? -1 : 1);
}
