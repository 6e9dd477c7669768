import { hash } from 'node:crypto';
import type { Blackout } from './blackout.ts';

/** What is to disappear from the feed. */
export interface FeedRedaction {
  /** The things that are gone altogether, by IRI. */
  readonly iris: ReadonlySet<string>;
  readonly blackout: Blackout;
  /** Why, by language. */
  readonly summary: Readonly<Record<string, string>>;
}

/** A page of the feed as it is sealed again. */
export interface RedactedPage {
  readonly content: string;
  /** The digests that take the place of those of states that hold other words now, by the IRI of the thing. */
  readonly digests: ReadonlyMap<string, string>;
}

interface Member {
  readonly '@type': string;
  readonly '@id': string;
  readonly isVersionOf: string;
  readonly published: string;
  readonly replaces?: string;
  readonly '@graph'?: unknown;
}

/**
 * Takes words out of a page of the feed, line by line: a state of what is gone becomes a deletion that says why, and
 * other members lose the words alone. What is left keeps its bytes; undefined where nothing is to be taken out.
 */
export function redactPage(page: string, redaction: FeedRedaction): RedactedPage | undefined {
  const digests = new Map<string, string>();
  const lines = page.split('\n').map((line) => {
    const [, json = '', comma = ''] = /^(\{"@type":.*\})(,?)$/.exec(line) ?? [];
    if (json === '') return line;
    const member = JSON.parse(json) as Member;
    const left = redaction.iris.has(member.isVersionOf)
      ? deletion(member, redaction)
      : redaction.blackout.value(member);
    const said = JSON.stringify(left);
    if (said === json) return line;
    if (member['@graph'] !== undefined && !redaction.iris.has(member.isVersionOf))
      digests.set(member.isVersionOf, hash('sha256', said));
    return said + comma;
  });
  const content = lines.join('\n');
  return content === page ? undefined : { content, digests };
}

function deletion(
  { '@id': id, isVersionOf, replaces, published }: Member,
  { summary }: FeedRedaction,
): unknown {
  return {
    '@type': 'Delete',
    '@id': id,
    isVersionOf,
    ...(replaces === undefined ? {} : { replaces }),
    published,
    summary,
  };
}
