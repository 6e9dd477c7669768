import type { Handbook, Sibling } from '@octavo/core';
import type { PressFormat } from '../ports.ts';
import type { WrittenFile } from '../tally.ts';

/** The files a reader downloads whole: the main files of the formats that were written, but for a website. */
export function siblingsOf(
  book: Handbook,
  formats: readonly PressFormat[],
  written: ReadonlyMap<string, WrittenFile>,
): readonly Sibling[] {
  return formats.flatMap(({ name, title, needs, mainFile }) => {
    const file = needs === '*' ? undefined : written.get(mainFile(book));
    if (file?.format !== name) return [];
    const { path, mediaType, bytes, sha256 } = file;
    return [{ format: name, title, path, mediaType, bytes, sha256 }];
  });
}
