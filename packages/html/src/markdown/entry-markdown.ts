import { type Entry, numberKey, previewMark } from '@octavo/core';
import {
  type EntryPart,
  entryParts,
  historyItems,
  listed,
  type Notice,
  type Say,
  sayCitation,
  sayFact,
  sayHistory,
  words,
} from '@octavo/core/say';
import type { Heading, List, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { questionText } from '../entry/entry-text.ts';
import { imagePath } from '../images.ts';
import type { Site } from '../site.ts';
import { encodePath } from '../tree/relative-address.ts';
import { markdown } from './markdown.ts';
import { toMdast } from './to-mdast.ts';

type Options = Parameters<typeof toMdast>[1];

/** An entry's Markdown twin, `entry/<number>.md`: its parts, then how to cite it. */
export function entryMarkdown(site: Site, entry: Entry): Uint8Array {
  const options = {
    href: (number: string) => `${numberKey(number)}.md`,
    image: (path: string) => `../${encodePath(site.paths.own(imagePath(path)))}`,
    headingLevel: 2,
  };
  const children = [
    ...entryParts(entry, site.handbook).flatMap((part) => partNodes(site, entry, part, options)),
    ...history(site, entry),
    { type: 'thematicBreak' },
    paragraph(said(site, sayCitation(entry, site.handbook))),
    ...toMdast(entry.footnotes, options),
  ] as RootContent[];
  return markdown({ type: 'root', children });
}

function partNodes(site: Site, entry: Entry, part: EntryPart, options: Options): readonly Nodes[] {
  switch (part.kind) {
    case 'question': {
      const question = toMdast(entry.question, options) as PhrasingContent[];
      return [heading(1, [{ type: 'text', value: `${entry.number} ` }, ...question]), ...banner(site)];
    }
    case 'badges':
    case 'fields':
      return [ownFields(site, part, options)];
    case 'notices':
      return part.notices.flatMap((notice) => noticeParagraphs(site, notice));
    case 'answer':
      return toMdast(entry.answer, options);
    case 'facts':
      return part.facts.map((fact) => paragraph(said(site, sayFact(fact), options)));
    case 'numbers':
      return [heading(2, [{ type: 'text', value: part.label }]), list(site, part.numbers)];
  }
}

/** What kind of entry it is and the publisher's own fields, a list item each. */
function ownFields(
  site: Site,
  part: Extract<EntryPart, { kind: 'badges' | 'fields' }>,
  options: Options,
): List {
  const facts = part.kind === 'badges' ? part.badges : part.facts;
  const items = facts.map(({ label, values }) => [
    strong(`${label}:`),
    { type: 'text', value: ' ' } as const,
    ...said(site, listed(values), options),
  ]);
  const type = part.kind === 'badges' && part.type !== '' ? [[strong(part.type)]] : [];
  return bullets([...type, ...items]);
}

function bullets(items: readonly PhrasingContent[][]): List {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(children)],
    })),
  };
}

/** What earlier editions did to the entry, a list item each. */
function history(site: Site, entry: Entry): readonly Nodes[] {
  const own = sayHistory(entry, site.handbook);
  if (!own) return [];
  const lines = historyItems(
    own,
    ({ line, date }) => [...line, words(', '), date],
    (omitted) => [words(omitted)],
  );
  return [
    heading(2, [{ type: 'text', value: site.handbook.labels.history }]),
    bullets(lines.map((line) => said(site, line))),
  ];
}

/** The first line of a preview. */
export function banner({ handbook }: Site): Paragraph[] {
  const mark = previewMark(handbook);
  return mark === undefined ? [] : [paragraph([strong(mark)])];
}

function noticeParagraphs(site: Site, { title, text, replacement }: Notice): Paragraph[] {
  const sentence = [title, text].filter(Boolean).join('. ');
  return [
    ...(title === undefined ? [] : [paragraph([strong(sentence)])]),
    ...(replacement.length > 0 ? [paragraph(said(site, replacement))] : []),
  ];
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value }] };
}

export function heading(depth: 1 | 2, children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

function list(site: Site, numbers: readonly string[]): List {
  const entries = numbers.flatMap((number) => site.index.entry.get(number) ?? []);
  return bullets(entries.map((other) => [link(other)]));
}

/** A sentence, whose pieces of plain text are one: the library looks at each text twice, with a hundred patterns. */
function said(site: Site, sentence: readonly Say[], options?: Options): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const node of sentence.flatMap((piece) => piecesMdast(site, piece, options))) {
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else nodes.push(node);
  }
  return nodes;
}

function piecesMdast(site: Site, piece: Say, options: Options | undefined): readonly PhrasingContent[] {
  if (piece.kind !== 'prose') return [pieceMdast(site, piece)];
  return options ? (toMdast(piece.nodes, options) as PhrasingContent[]) : [];
}

function pieceMdast(site: Site, piece: Exclude<Say, { kind: 'prose' }>): PhrasingContent {
  switch (piece.kind) {
    case 'words':
    case 'name':
    case 'date':
      return { type: 'text', value: piece.text };
    case 'title':
      return { type: 'emphasis', children: [{ type: 'text', value: piece.text }] };
    case 'quote':
      return { type: 'text', value: `“${piece.text}”` };
    case 'address':
      return { type: 'link', url: piece.url, children: [{ type: 'text', value: piece.text }] };
    case 'entry':
    case 'number': {
      const entry = site.index.entry.get(piece.number);
      return entry ? link(entry) : { type: 'text', value: piece.number };
    }
  }
}

function link(entry: Entry): PhrasingContent {
  return {
    type: 'link',
    url: `${numberKey(entry.number)}.md`,
    children: [{ type: 'text', value: `${entry.number} ${questionText(entry)}` }],
  };
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
