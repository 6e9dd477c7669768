import type { OutputFile } from '@octavo/core';

/** Makes a file now, or when its bytes are asked for. */
export type Maker = (path: string, mediaType: string, make: () => OutputFile) => OutputFile;

/** Makes every file at once, as a build does. */
export const AT_ONCE: Maker = (_path, _mediaType, make) => make();

/** Makes each file when it is first read: of a thousand pages, a reader who waits for a save wants one. */
export const ON_DEMAND: Maker = (path, mediaType, make) => {
  let made: OutputFile['content'] | undefined;
  const content = {
    async *[Symbol.asyncIterator]() {
      made ??= make().content;
      if (made instanceof Uint8Array) yield made;
      else yield* made;
    },
  };
  return { path, mediaType, content };
};
