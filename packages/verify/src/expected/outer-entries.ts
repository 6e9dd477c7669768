import { type Entry, entryNodes, type Handbook, type OuterEntry, prosePages, walk } from '@octavo/core';
import { address } from './address.ts';

/** The entries of other books that a handbook links to, by their addresses. */
export function outerEntries(handbook: Handbook): ReadonlyMap<string, OuterEntry> {
  const bodies = [
    ...handbook.chapters.flatMap((chapter) => chapter.entries.map(entryNodes)),
    ...prosePages(handbook).map(({ body, footnotes }) => [...body, ...footnotes]),
  ];
  return new Map(
    bodies.flatMap((nodes) =>
      [...walk(nodes)].flatMap((node) =>
        node.type === 'link' && node.entry ? [[address(node.url), node.entry] as const] : [],
      ),
    ),
  );
}

/** The addresses of entries of other books that an entry's answer links to. */
export function outerLinks({ answer, footnotes }: Entry): readonly string[] {
  return [...walk([...answer, ...footnotes])].flatMap((node) =>
    node.type === 'link' && node.entry ? [address(node.url)] : [],
  );
}
