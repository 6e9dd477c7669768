import { hash } from 'node:crypto';
import type { Handbook, ReleaseContent } from '@octavo/core';
import { type Revisions, revise } from '@octavo/core/ledger';
import { nQuads } from './graph/n-quads.ts';
import type { GraphNode } from './graph/node.ts';
import type { EntryTexts } from './resources/entry-texts.ts';
import type { Resource } from './resources/resource.ts';
import { resourcesOf } from './resources/resources.ts';
import { textBytes } from './text-bytes.ts';

const SURROGATE = /[\ud800-\udfff]/;
const ABOVE_SURROGATES = /[\ue000-\uffff]/;

/**
 * Returns lines without repetitions in code point order, which is that of RDFC-1.0 and of `LC_ALL=C sort`.
 */
export function sortedLines(lines: Iterable<string>): readonly string[] {
  const unique = [...new Set(lines)];
  // JavaScript compares UTF-16 units, which gives another order only where U+E000 and above meet a surrogate.
  const plain =
    !unique.some((line) => SURROGATE.test(line)) || !unique.some((line) => ABOVE_SURROGATES.test(line));
  return plain ? unique.sort() : unique.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The present graph of a handbook, and how it differs from the last release. */
export interface State {
  /** Entries carry their version and the date of their last change. */
  readonly resources: readonly Resource[];
  /** The snapshot as canonical N-Quads, UTF-8. */
  readonly nQuads: Uint8Array;
  /** The SHA-256 of `nQuads`: a copy that is maintained from the feed must arrive at it. */
  readonly hash: string;
  readonly revisions: Revisions;
}

/** Computes the state that the handbook's edition is, or would be, released with. */
export function stateOf(
  handbook: Handbook,
  ledger: readonly ReleaseContent[],
  texts: ReadonlyMap<string, EntryTexts>,
): State {
  const bare = resourcesOf(handbook, texts).map((resource) => ({ resource, lines: nQuads(resource.node) }));
  const digests = new Map(
    bare.map(
      ({ resource, lines }) => [resource.path, hash('sha256', textBytes(sortedLines(lines), '\n'))] as const,
    ),
  );
  const revisions = revise(digests, handbook.edition, ledger);
  const all: string[] = [];
  const resources = bare.map(({ resource, lines }) => {
    for (const line of lines) all.push(line);
    const revision = revisions.at.get(resource.path);
    if (!revision || resource.node['@type'] !== 'Question') return resource;
    const { dateModified, ...node } = resource.node;
    // The author's own date of revision takes precedence over the ledger's.
    const stamp = { version: revision.version, dateModified: dateModified ?? revision.date };
    nQuads({ '@type': node['@type'], '@id': node['@id'], ...stamp }, all);
    return { ...resource, node: { ...node, ...stamp } as GraphNode };
  });
  const text = textBytes(sortedLines(all), '\n');
  return { resources, nQuads: text, hash: hash('sha256', text), revisions };
}
