import type { EntryHistory, Handbook, HistoryEvent, OutputFile } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { entryPath } from '@octavo/core/say';
import type { GraphNode } from '../graph/node.ts';
import { compactObject } from '../localised.ts';
import { type Scope, scopeOf } from '../resources/scope.ts';
import { jsonLdFile, listBytes } from './json-file.ts';

/**
 * Makes a document for every entry that has a history: each edition that changed it, as a version of it
 * (dcterms:hasVersion), with the time for which it was the newest (dcterms:valid and schema:temporalCoverage,
 * an ISO 8601 interval); the hotfix of an older edition never was that. The snapshot says none of this, so that a release that leaves an entry alone makes no
 * statement about it.
 */
export function historyDocuments(handbook: Handbook): readonly OutputFile[] {
  const scope = scopeOf(handbook);
  return handbook.chapters.flatMap(({ entries }) =>
    entries.flatMap(({ number, status, history }) => {
      if (!history || status === 'draft') return [];
      const { context, entry } = scope.iris;
      const head = { '@context': context, '@type': 'CreativeWork', '@id': entry(number) };
      const bytes = listBytes(head, 'dcterms:hasVersion', versionsOf(number, history, scope));
      return [jsonLdFile(`${entryPath(number)}/history.jsonld`, bytes)];
    }),
  );
}

function versionsOf(number: string, { events, omitted }: EntryHistory, { iris, local }: Scope): GraphNode[] {
  const entry = iris.entry(number);
  const idOf = ({ version }: HistoryEvent): string => `${entry}/history#${versionSegment(version)}`;
  // Events are left out behind the first: how long that was the newest, and what the next replaced, is not told.
  const gap = omitted === undefined ? undefined : events[1];
  return events.map((event, at): GraphNode => {
    const before = event === gap ? undefined : events.slice(0, at).findLast(({ beside }) => !beside);
    const next = events.slice(at + 1).find(({ beside }) => !beside);
    const isKnown = event.kind !== 'withdrawn' && (gap === undefined || at > 0) && !event.beside;
    const valid = isKnown ? `${event.date}/${next?.date ?? '..'}` : undefined;
    return {
      '@type': 'Entity',
      '@id': idOf(event),
      ...compactObject({
        bookEdition: event.version,
        issued: event.date,
        description: event.note === undefined ? undefined : local.one(event.note),
        isReplacedBy: event.replacedBy === undefined ? undefined : iris.entry(event.replacedBy),
        replaces: before && idOf(before),
        // The context is frozen, and has no term for these.
        'dcterms:valid': valid,
        'schema:temporalCoverage': valid,
        'octavo:changeKind': event.kind,
        'octavo:significance': event.significance,
        'octavo:approvedBy': event.approvedBy,
      }),
    };
  });
}
