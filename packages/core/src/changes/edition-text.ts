import type { AnswerNode } from '../model/answer.ts';
import type { EditionText, EntryText, EntryWords } from '../model/change.ts';
import type { Entry, Handbook } from '../model/handbook.ts';
import { toText } from '../model/to-text.ts';

/** What a handbook says, to be compared with another edition of it. */
export function editionText(handbook: Handbook): EditionText {
  return {
    version: handbook.edition.version,
    date: handbook.edition.date,
    chapters: handbook.chapters.map(({ id, title }) => ({ id, title })),
    entries: handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => entryText(entry, chapter.id)),
    ),
    redirects: handbook.redirects,
  };
}

function entryText(entry: Entry, chapter: string): EntryText {
  const { number, status, fingerprint, replacedBy, change } = entry;
  return {
    number,
    chapter,
    status,
    fingerprint,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(change === undefined ? {} : { change }),
    words: wordsOf(entry),
  };
}

/** The words of an entry as they are compared. */
export function wordsOf({ question, answer, footnotes }: Entry): EntryWords {
  return {
    question: toText(question.map(plain)),
    answer: toText([...answer, ...footnotes].map(plain)),
  };
}

/**
 * A node as it is compared: how a source breaks its lines is form, as in the fingerprint; a link's
 * target is content and stands behind its words. An automatic link is its number alone: the other
 * entry's question is that entry's to change.
 */
function plain<Node extends AnswerNode>(node: Node): Node {
  const said = (value: string) => ({ type: 'text', value }) as const;
  if (node.type === 'text') return { ...node, value: node.value.replace(/[ \t\r\n]+/g, ' ') };
  if (node.type === 'crossReference' && node.automatic) return said(node.number) as AnswerNode as Node;
  const copy: Record<string, unknown> = { ...node };
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) copy[key] = value.map((item) => (isNode(item) ? plain(item) : item));
  }
  if (node.type === 'crossReference') {
    const own = toText(node.children).split(/[^\dA-Z.]+/);
    if (!own.includes(node.number)) copy.children = [...node.children.map(plain), said(` [${node.number}]`)];
  }
  if (node.type === 'link' && toText(node.children) !== node.url.replace(/^mailto:/, ''))
    copy.children = [...node.children.map(plain), said(` [${node.url}]`)];
  return copy as unknown as Node;
}

function isNode(value: unknown): value is AnswerNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
