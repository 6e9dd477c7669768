import { crossReferences, entryNodes, type Handbook } from '@octavo/core';

/**
 * The numbers to which something else that is published leads: an entry by a link, `related` or `replacedBy`, a prose
 * page by a link, a term by a link or `entries`. A draft is not published yet, and an entry that names itself leads
 * nobody to it.
 */
export function citedNumbers({ chapters, front, back, glossary }: Handbook): ReadonlySet<string> {
  const linked = (nodes: Parameters<typeof crossReferences>[0]) =>
    crossReferences(nodes).map(({ number }) => number);
  return new Set([
    ...chapters
      .flatMap(({ entries }) => entries)
      .filter(({ status }) => status !== 'draft')
      .flatMap((entry) =>
        [
          ...linked(entryNodes(entry)),
          ...entry.related,
          ...(entry.replacedBy === undefined ? [] : [entry.replacedBy]),
        ].filter((number) => number !== entry.number),
      ),
    ...[...front, ...back].flatMap(({ body, footnotes }) => linked([...body, ...footnotes])),
    ...glossary.flatMap(({ definition, entries }) => [...linked(definition), ...entries]),
  ]);
}
