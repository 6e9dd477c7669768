import { hash } from 'node:crypto';
import {
  type Entry,
  type Handbook,
  indexHandbook,
  instant,
  type LedgerNotice,
  type LedgerPage,
  type OutputFile,
  type ReleaseContent,
} from '@octavo/core';
import {
  editionOrder,
  editionProblem,
  type Revised,
  releaseRecord,
  retractionsOf,
  toldIn,
  untoldNotices,
  versionSegment,
} from '@octavo/core/ledger';
import { entryPath } from '@octavo/core/say';
import type { VFileMessage } from 'vfile-message';
import { jsonLdFile, listBytes } from '../documents/json-file.ts';
import type { GraphNode } from '../graph/node.ts';
import { type Iris, irisOf } from '../iris.ts';
import { compactObject, type Local } from '../localised.ts';
import { message } from '../message.ts';
import { answerText } from '../resources/answer-text.ts';
import type { Resource } from '../resources/resource.ts';
import { scopeOf } from '../resources/scope.ts';
import type { State } from '../state.ts';
import { feedIndex } from './feed-index.ts';

/** The page size that ldes-client reads fastest. It can change later, because sealed pages never do. */
const PAGE_SIZE = 250;

interface FeedPages {
  readonly files: readonly OutputFile[];
  readonly pages: readonly LedgerPage[];
}

/** The pages that the edition's release seals: which releases were retracted, and its changes in the order of the book. */
function feedPages(handbook: Handbook, state: State, notices: readonly LedgerNotice[]): FeedPages {
  const { iris, local } = scopeOf(handbook);
  const published = instant(handbook.edition.date);
  const resources = new Map(state.resources.map((resource) => [resource.path, resource] as const));
  const entries = new Map(indexHandbook(handbook).entries.map((one) => [entryPath(one.number), one]));
  const retracted = [...retractionsOf(notices)].map(
    ([version, { reason }]): GraphNode => ({
      '@type': 'Delete',
      '@id': `${iris.release(version)}/retracted`,
      isVersionOf: iris.release(version),
      published,
      summary: local.one(reason),
    }),
  );
  const changed = state.revisions.changes.map((change) =>
    feedMember(change, {
      resource: resources.get(change.path),
      entry: entries.get(change.path),
      published,
      iris,
      local,
    }),
  );
  const members = [...retracted, ...changed];
  const files: OutputFile[] = [];
  const pages: LedgerPage[] = [];
  for (let start = 0; start < members.length; start += PAGE_SIZE) {
    const slice: readonly GraphNode[] = members.slice(start, start + PAGE_SIZE);
    const name = String(files.length + 1).padStart(4, '0');
    const path = `feed/${versionSegment(handbook.edition.version)}/${name}.jsonld`;
    const head = { '@context': iris.context, '@type': 'EventStream', '@id': iris.feed, view: iris.feedIndex };
    const content = listBytes(head, 'member', slice);
    files.push(jsonLdFile(iris.folder + path, content));
    pages.push({ path, sha256: hash('sha256', content), bytes: content.length, members: slice.length });
  }
  return { files, pages };
}

/**
 * Makes a member of the feed: what changed, when, and which version it replaces. For a Create or an Update it
 * contains the whole new state in the named graph of the member's own IRI, without blank nodes.
 */
function feedMember(
  change: Revised,
  about: {
    readonly resource: Resource | undefined;
    readonly entry: Entry | undefined;
    readonly published: string;
    readonly iris: Iris;
    readonly local: Local;
  },
): GraphNode {
  const { resource, entry, published, iris, local } = about;
  const iri = iris.root + change.path;
  const deleted = change.kind === 'Delete';
  const note = deleted
    ? entry && answerText(entry)
    : change.kind === 'Update'
      ? entry?.change?.note
      : undefined;
  return {
    '@type': change.kind,
    '@id': `${iri}/v/${change.version}`,
    isVersionOf: iri,
    ...compactObject({
      replaces: change.previous === undefined ? undefined : `${iri}/v/${change.previous}`,
      published,
      isReplacedBy: deleted && entry?.replacedBy !== undefined ? iris.entry(entry.replacedBy) : undefined,
      significance: change.kind === 'Update' ? entry?.change?.significance : undefined,
      summary: note === undefined || note === '' ? undefined : local.one(note),
    }),
    ...(resource && !deleted ? { '@graph': [resource.node] } : {}),
  };
}

export interface Feed {
  readonly files: readonly OutputFile[];
  readonly messages: readonly VFileMessage[];
  readonly record?: ReleaseContent;
}

/**
 * Makes the feed as this edition's release leaves it: the index and the newly sealed pages. Pages of earlier
 * releases are listed from the ledger and are not made again. An edition that cannot be the next release adds
 * no page; that its changes wait is reported.
 */
export function feed(
  handbook: Handbook,
  state: State,
  {
    ledger,
    notices,
  }: { readonly ledger: readonly ReleaseContent[]; readonly notices: readonly LedgerNotice[] },
): Feed {
  const iris = irisOf(handbook);
  const told = toldIn(handbook.edition, ledger);
  // A hotfix that was released since is told with the next edition, which says again what is newest.
  const until = ledger.findIndex(({ version }) => version === editionOrder(told).at(-1)?.version);
  const standing = feedIndex(
    told.filter((release) => ledger.indexOf(release) <= until),
    iris,
  );
  const waiting = (reason: string, rule: string, severity: 'warning' | 'info'): Feed => ({
    files: [standing],
    messages: [message(rule, { reason, severity })],
  });
  const drafts = handbook.chapters
    .flatMap((chapter) => chapter.entries)
    .filter((entry) => entry.status === 'draft');
  if (drafts.length > 0) {
    return waiting(
      `The feed leaves this edition out: ${drafts.length} of its entries are drafts`,
      'feed-without-drafts',
      'info',
    );
  }
  const problem = editionProblem(handbook.edition, ledger);
  const { changes } = state.revisions;
  if (problem !== undefined) {
    const left = `The feed leaves ${changes.length} changes out until a later edition: ${problem}`;
    return changes.length === 0
      ? { files: [standing], messages: [] }
      : waiting(left, 'edition-later', 'warning');
  }
  const { files, pages } = feedPages(handbook, state, untoldNotices(ledger, notices));
  const record = releaseRecord(handbook, state, pages, ledger);
  return { files: [feedIndex([...told, record], iris), ...files], messages: [], record };
}
