import { deflateSync } from 'node:zlib';
import type { Executor, Task } from '@octavo/core';
import { openObjects } from '@octavo/verify/pdf-objects';
import { openList, packList } from '../../packages/pdf/src/display/packed-list.ts';
import { contentStreams } from './tagged-pdf.ts';

/** A display list, as plain data to be spoilt. */
export interface Spoilt {
  readonly pages: {
    items: { kind: string; content?: number; text?: string; anchor?: string }[];
    links: {
      x: number;
      node: number;
      target: { kind: string; name?: string; url?: string };
      contents: string;
    }[];
    anchors: { name: string; y: number }[];
  }[];
  readonly structure: {
    type: string;
    parent: number;
    kids: number[];
    lang?: string;
    scope?: string;
    alt?: string;
  }[];
}

/** Lays out in process and spoils every list before it is painted. */
export function spoiling(spoil: (list: Spoilt) => void): Executor {
  return {
    width: 1,
    async run<Input, Output>(task: Task<Input, Output>, input: Input): Promise<Output> {
      const { pages, structure, items, links, ...kept } = openList((await task.run(input)) as Uint8Array);
      const list = {
        ...kept,
        pages: pages.map((page, at) => ({ ...page, items: items(at), links: links(at) })),
        structure: structure(),
      };
      spoil(list as unknown as Spoilt);
      return packList(list) as Output;
    },
  };
}

/** The same file with the operators of a page changed; its colours go, to make room. */
export function withContent(
  bytes: Uint8Array,
  page: number,
  change: (content: string) => string,
): Uint8Array {
  const file = openObjects(bytes);
  const stream = contentStreams(file)[page];
  const { start, length } = file.streamAt(stream);
  const packed = deflateSync(
    Buffer.from(change(file.stream(stream)).replace(/[\d.]+ [\d.]+ [\d.]+ rg /g, ''), 'latin1'),
    { level: 9 },
  );
  if (packed.length > length) throw new Error('the changed page is longer than the old');
  const copy = new Uint8Array(bytes);
  copy.fill(0, start, start + length);
  copy.set(packed, start);
  return copy;
}
