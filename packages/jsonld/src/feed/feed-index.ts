import type { JsonValue, LedgerPage, OutputFile, ReleaseContent } from '@octavo/core';
import { documentBytes, jsonLdFile } from '../documents/json-file.ts';
import { TERMS } from '../graph/term-table.ts';
import type { Iris } from '../iris.ts';

/** A release as far as the index needs it. */
export type FeedRelease = Pick<ReleaseContent, 'version' | 'date' | 'pages' | 'stateHash'>;

/**
 * Makes the only mutable file of the feed: an LDES event stream whose view leads to every sealed page by the
 * instants of its members (TREE relations, from and to), and the state hash that a client must arrive at.
 */
export function feedIndex(releases: readonly FeedRelease[], iris: Iris): OutputFile {
  const last = releases.at(-1);
  const document: JsonValue = {
    '@context': iris.context,
    '@type': 'EventStream',
    '@id': iris.feed,
    timestampPath: iriOf('published'),
    versionOfPath: iriOf('isVersionOf'),
    ...(last ? { releaseVersion: last.version, stateHash: last.stateHash } : {}),
    view: {
      '@type': 'Node',
      '@id': iris.feedIndex,
      relation: releases.flatMap(({ date, pages }) => pages.flatMap((page) => relations(page, date, iris))),
    },
  };
  return jsonLdFile(`${iris.folder}feed/index.jsonld`, documentBytes(document));
}

function relations(page: LedgerPage, date: string, iris: Iris): readonly JsonValue[] {
  const name = page.path.slice('feed/'.length, -'.jsonld'.length).replace('/', '-');
  const relation = (type: string, end: string, node: JsonValue): JsonValue => ({
    '@type': type,
    '@id': `${iris.feedIndex}#${end}-${name}`,
    path: iriOf('published'),
    value: date,
    node,
  });
  const target = iris.home + page.path;
  return [
    relation('GreaterThanOrEqualToRelation', 'from', { '@type': 'Node', '@id': target, sha256: page.sha256 }),
    relation('LessThanOrEqualToRelation', 'to', target),
  ];
}

function iriOf(term: string): string {
  return TERMS.get(term)?.iri ?? term;
}
