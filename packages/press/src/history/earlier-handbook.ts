import type { AnswerNode, Block, Entry, EntryText, Handbook, ItemText, LedgerRelease } from '@octavo/core';
import { mapNodes, numberedIn, toText } from '@octavo/core';
import { withoutLostPicture } from '@octavo/core/ledger';
import { numbered } from '@octavo/core/say';
import type { KeptWords } from './read-words.ts';
import { releasedEdition } from './released-edition.ts';

/** What the ledger can give back of an earlier edition. */
export interface Earlier {
  /** The handbook of now with the chapters, entries, prose pages and terms that the edition had. */
  readonly handbook: Handbook;
  /** The numbers of entries whose words the ledger has no more. */
  readonly lost: readonly string[];
  /** The paths of pictures that are not there any more: their alternative text stands for them. */
  readonly pictures: readonly string[];
}

/**
 * Returns an earlier edition of a handbook from the words that the ledger keeps. Settings, title and labels are those of the
 * handbook given, and so are facts under the answers. Where a release kept words alone, its paragraphs are plain, unless the entry is as it was.
 */
export function earlierHandbook(handbook: Handbook, release: LedgerRelease, words: KeptWords): Earlier {
  const edition = releasedEdition(release, words);
  const items = (subject: ItemText['subject']) => edition.items.filter((item) => item.subject === subject);
  const now = new Map(handbook.chapters.flatMap(({ entries }) => entries.map((one) => [one.number, one])));
  const found = edition.entries.map((entry) => [entry, entryOf(entry, now.get(entry.number))] as const);
  const known = new Map(found.flatMap(([{ number }, entry]) => (entry ? [[number, entry]] : [])));
  const there = new Set(handbook.images.map(({ path }) => path));
  const pictures = new Set<string>();
  const shown = (node: AnswerNode): readonly AnswerNode[] => {
    const url = node.type === 'image' ? node.url : node.type === 'figure' ? node.image.url : undefined;
    if (url !== undefined && !there.has(url)) pictures.add(url);
    return withoutLostPicture(node, there);
  };
  const said = <Node extends AnswerNode>(nodes: readonly Node[]) => mapNodes(withTitles(nodes, known), shown);
  const back = new Set(handbook.back.map(({ id }) => id));
  const pages = items('page').map(({ id, title, nodes, text = '' }) => ({
    id,
    title,
    body: said(nodes?.body ?? paragraphs(text)),
    footnotes: said(nodes?.footnotes ?? []),
    source: NOWHERE,
  }));
  const chapters = items('chapter').map(({ id, title, nodes }) => ({
    id,
    title,
    ...(nodes?.body
      ? {
          intro: {
            id,
            title,
            body: said(nodes.body),
            footnotes: said(nodes.footnotes ?? []),
            source: NOWHERE,
          },
        }
      : {}),
    entries: found.flatMap(([{ chapter }, entry]) =>
      entry && chapter === id
        ? [{ ...entry, answer: said(entry.answer), footnotes: said(entry.footnotes) }]
        : [],
    ),
  }));
  const glossary = items('term').map(({ id, title, nodes, text = '' }) => ({
    id,
    term: title,
    definition: said(nodes?.definition ?? [{ type: 'text', value: text }]),
    also: [],
    entries: [],
    source: NOWHERE,
  }));
  return {
    handbook: {
      ...handbook,
      edition: { version: release.version, date: release.date },
      redirects: edition.redirects,
      front: pages.filter(({ id }) => !back.has(id)),
      back: pages.filter(({ id }) => back.has(id)),
      chapters,
      glossary,
    },
    lost: found.flatMap(([{ number }, entry]) => (entry ? [] : [number])),
    pictures: [...pictures],
  };
}

const NOWHERE = { path: 'releases', line: 1, column: 1 };

/** An entry as the edition had it. What has the same fingerprint now says the same. */
function entryOf(entry: EntryText, now: Entry | undefined): Entry | undefined {
  const { number, status, fingerprint, facts, words } = entry;
  if (!words) return undefined;
  const nodes = entry.nodes ?? (now?.fingerprint === fingerprint ? now : undefined);
  return {
    number,
    id: facts?.id?.[0] ?? number,
    question: nodes?.question ?? [{ type: 'text', value: words.question }],
    answer: nodes?.answer ?? paragraphs(words.answer),
    footnotes: nodes?.footnotes ?? [],
    topics: [],
    related: [],
    index: [],
    status,
    aliases: [],
    fingerprint,
    source: NOWHERE,
  };
}

function paragraphs(text: string): readonly Block[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

/** Nodes whose automatic links say what they said in the edition: its questions, and the numbers of its parts. */
function withTitles<Node extends AnswerNode>(
  nodes: readonly Node[],
  known: ReadonlyMap<string, Entry>,
): readonly Node[] {
  return mapNodes(nodes, (node) => {
    if (node.type !== 'crossReference' || !node.automatic || node.clause !== undefined) return [node];
    const entry = known.get(node.number);
    const part = entry && numberedIn(entry.answer).find(({ id }) => id === node.fragment);
    const value = part?.numbered ?? (entry && numbered(node.number, toText(entry.question)));
    return [{ ...node, children: [{ type: 'text', value: value ?? node.number }] }];
  });
}
