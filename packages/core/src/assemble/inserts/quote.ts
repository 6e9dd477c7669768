import type { LeafDirective } from 'mdast-util-directive';
import type { AnswerNode, Block } from '../../model/answer.ts';
import { mapNodes } from '../../model/map-nodes.ts';
import { joinCaptions } from '../body/join-captions.ts';
import { toLink } from '../body/links.ts';
import { freeName } from '../body/note-names.ts';
import { settleParts } from '../body/settle-parts.ts';
import { splitReference } from '../body/split-reference.ts';
import { type BodyContext, type MakeBlocks, positionOf } from '../body-context.ts';
import { settleClauses } from '../clauses/settle-clauses.ts';
import { decodeReference } from '../decode-reference.ts';
import type { QuotedEntry } from './insert.ts';
import { openInsert } from './open-insert.ts';
import { placedAt } from './placed.ts';
import { quotedPart } from './quoted-part.ts';
import { STAND_IN } from './stand-in.ts';

/**
 * The words of another entry as a quotation, with a link to it as its source: `::entry{number=618 part="(b)"}`. Of one
 * that the edition leaves out, the link alone; nothing of one that is secret there. Reports what cannot be quoted
 * (`quote-sound`); an entry that is not there is reported with its link (`reference-resolves`).
 */
export function quotedBlocks(
  node: LeafDirective,
  context: BodyContext,
  childBlocks: MakeBlocks,
): readonly Block[] {
  const { number: named, id, part, ...others } = node.attributes ?? {};
  const tell = (reason: string, expected: string | readonly string[]): undefined =>
    void context.report('quote-sound', { reason, place: node.position, expected });
  const reference = named ?? id;
  if (!reference) {
    tell('the entry that is quoted is not named', '::entry{number=618}, or ::entry{number=618 part="(b)"}');
    return [];
  }
  if (node.children.length > 0) tell('a quotation has no words of its own', '::entry{number=618}');
  for (const name of Object.keys(others))
    tell(`"::entry" has no attribute "${name}"`, ['number', 'id', 'part']);
  const written = decodeReference(reference.replace(/^#/, ''));
  const isKnown = (one: string) => context.resolve(one) !== undefined;
  const split = splitReference(written, isKnown);
  if (!isKnown(written) && isKnown(split.reference)) {
    const inner = split.clause ?? split.fragment;
    tell(
      `"${reference}" names an entry and a part of it`,
      `::entry{number=${split.reference} part="${inner}"}`,
    );
    return [];
  }
  const number = context.resolve(written)?.number;
  const entry = number === undefined ? undefined : context.inserts.entry(number)?.insert;
  if (!entry || entry.shown === 'number') return [sourceOf(node, number ?? reference, '', context)];
  if (entry.shown === 'nothing') return [];
  const words = wordsOf(node, entry, part ?? undefined, context, childBlocks, tell);
  if (!words) return [];
  const source = sourceOf(node, entry.number, words.link, context);
  const [link] = source.children;
  const fragment = link?.type === 'crossReference' ? link.fragment : undefined;
  return [
    {
      type: 'blockquote',
      quotes: { number: entry.number, ...(fragment === undefined ? {} : { fragment }) },
      children: [...placedAt(words.blocks, node.position, entry.source.file.path), source],
      ...positionOf(node),
    },
  ];
}

/** The paragraph with the link that says where the words are from. */
function sourceOf(
  { position }: LeafDirective,
  number: string,
  part: string,
  context: BodyContext,
): Block & { readonly type: 'paragraph' } {
  const own = { ...context, text: '', report: () => {} };
  const link = toLink({ url: `#${encodeURIComponent(number)}${part}`, position }, [], own);
  return { type: 'paragraph', children: [link], ...(position ? { position } : {}) };
}

function wordsOf(
  node: LeafDirective,
  entry: QuotedEntry,
  part: string | undefined,
  context: BodyContext,
  childBlocks: MakeBlocks,
  tell: (reason: string, expected: string | readonly string[]) => undefined,
): { readonly blocks: readonly Block[]; readonly link: string } | undefined {
  const { number, moved } = entry;
  const variables = context.inserted?.variables ?? context.variables;
  const around = { ...context, clauses: moved && { moved }, numbering: undefined, footnotes: new Map() };
  const options = { rule: 'quote-sound', name: number, notes: `${number}.`, variables, quiet: true } as const;
  const open = openInsert(node, entry, around, options);
  if (!open) return undefined;
  const own = open.context;
  const answerOf = (reading: BodyContext): readonly Block[] => {
    const flow = joinCaptions(childBlocks(open.tree, reading), reading);
    return settleParts(moved ? settleClauses(flow, reading, moved) : flow, reading);
  };
  const answer = answerOf(own);
  const whole = part !== undefined && own.conditions.leavesOut ? answerOf(asWhole(own, entry)) : answer;
  const found = quotedPart(answer, whole, part, number);
  if ('reason' in found) return tell(found.reason, found.expected);
  if (found.blocks.length === 0) return undefined;
  return {
    blocks: mapNodes(found.blocks, (block) => [asQuoted(block, own, context)]),
    link: found.link,
  };
}

/** The context in which an entry says what it says in the whole book, but for texts of other files, of which there is a stand-in. */
function asWhole(context: BodyContext, entry: QuotedEntry): BodyContext {
  return {
    ...context,
    conditions: { ...context.conditions, leavesOut: false, keeps: () => true },
    inserts: {
      ...context.inserts,
      snippet: () => ({ insert: STAND_IN, digest: '' }),
      entry: () => ({ insert: { ...entry, shown: 'nothing' }, digest: '' }),
    },
    variables: { ...context.variables, owns: () => false },
    image: (url) => url,
    report: () => {},
    footnotes: new Map(),
    put: { ...context.put },
  };
}

/**
 * A node as it stands in a quotation: what leads into its entry leads there alone, its headings are bold lines, and
 * its notes are among those of the entry that quotes.
 */
function asQuoted(node: AnswerNode, from: BodyContext, context: BodyContext): AnswerNode {
  // A link goes on leading to the clause that it names.
  if (node.type === 'crossReference') return node;
  const {
    id: _,
    clause: __,
    formerly: ___,
    movedTo: ____,
    ...bare
  } = node as AnswerNode & Record<'id' | 'clause' | 'formerly' | 'movedTo', unknown>;
  const inner = bare as AnswerNode;
  if (inner.type === 'heading') {
    const { children, position } = inner;
    return { type: 'paragraph', children: [{ type: 'strong', children }], ...(position ? { position } : {}) };
  }
  const cited = inner.type === 'footnoteReference' ? from.footnotes.get(inner.identifier) : undefined;
  if (inner.type !== 'footnoteReference' || !cited) return inner;
  const { footnotes } = context;
  const identifier = freeName(inner.identifier, cited.context.file, footnotes);
  const known = footnotes.get(identifier) ?? {
    ...cited,
    index: footnotes.size + 1,
    context: { ...cited.context, footnotes },
  };
  footnotes.set(identifier, known);
  return { ...inner, identifier, index: known.index };
}
