import type { LeafDirective } from 'mdast-util-directive';
import type { AnswerNode, Block } from '../../model/answer.ts';
import { withEmptyNotes } from '../body/empty-notes.ts';
import { joinCaptions } from '../body/join-captions.ts';
import { toLink } from '../body/links.ts';
import { settleParts } from '../body/settle-parts.ts';
import { type BodyContext, type MakeBlocks, positionOf } from '../body-context.ts';
import { settleClauses } from '../clauses/settle-clauses.ts';
import { decodeReference } from '../decode-reference.ts';
import type { QuotedEntry } from './insert.ts';
import { openInsert } from './open-insert.ts';
import { placedAt } from './placed.ts';
import { quotedPart } from './quoted-part.ts';

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
  const number = context.resolve(decodeReference(reference.replace(/^#/, '')))?.number;
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
  const own = withEmptyNotes(open.context, childBlocks);
  const flow = joinCaptions(childBlocks(open.tree, own), own);
  const answer = settleParts(moved ? settleClauses(flow, own, moved) : flow, own);
  const found = quotedPart(answer, part, number);
  if ('reason' in found) return tell(found.reason, found.expected);
  if (found.blocks.length === 0) return undefined;
  const quoted = found.blocks.map((block) => asQuoted(block, own, context));
  return { blocks: quoted as readonly Block[], link: found.link };
}

/**
 * A node as it stands in a quotation: what leads into its entry leads there alone, its headings are bold lines, and
 * its notes are among those of the entry that quotes.
 */
function asQuoted(node: AnswerNode, from: BodyContext, context: BodyContext): AnswerNode {
  const {
    id: _,
    clause: __,
    formerly: ___,
    movedTo: ____,
    ...bare
  } = node as AnswerNode & Record<'id' | 'clause' | 'formerly' | 'movedTo', unknown>;
  const inner = Object.fromEntries(
    Object.entries(bare).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value)
        ? value.map((one: unknown) => (isNode(one) ? asQuoted(one, from, context) : one))
        : value,
    ]),
  ) as unknown as AnswerNode;
  // A link goes on leading to the clause that it names.
  if (node.type === 'crossReference')
    return { ...(inner as typeof node), ...(node.clause && { clause: node.clause }) };
  if (inner.type === 'heading') {
    const { children, position } = inner;
    return { type: 'paragraph', children: [{ type: 'strong', children }], ...(position ? { position } : {}) };
  }
  if (inner.type !== 'footnoteReference') return inner;
  const cited = from.footnotes.get(inner.identifier);
  if (cited && !context.footnotes.has(inner.identifier))
    context.footnotes.set(inner.identifier, {
      ...cited,
      index: context.footnotes.size + 1,
      context: { ...cited.context, footnotes: context.footnotes },
    });
  return { ...inner, index: context.footnotes.get(inner.identifier)?.index ?? inner.index };
}

function isNode(value: unknown): value is AnswerNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
