import type { Definition, FootnoteDefinition as MdastFootnote, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, FootnoteDefinition } from '../../model/answer.ts';
import { settleClauses } from '../clauses/settle-clauses.ts';
import { type BodyContext, OUTSIDE, positionOf, withoutClauses } from './context.ts';
import { joinCaptions } from './join-captions.ts';
import { refuseIds, settleParts } from './settle-parts.ts';
import { childBlocks } from './to-blocks.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly footnotes: readonly FootnoteDefinition[];
}

/**
 * Turns a parsed Markdown body into the closed node set: references resolved, raw HTML made nodes,
 * footnotes moved beside the flow in order of first citation.
 */
export function toBody(
  tree: Root,
  given: Omit<BodyContext, 'within' | 'definitions' | 'footnoteSources' | 'footnotes'>,
): Body {
  const definitions = new Map<string, Definition>();
  const footnoteSources = new Map<string, MdastFootnote>();
  const repeated: MdastFootnote[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type !== 'footnoteDefinition') return;
    if (!footnoteSources.has(node.identifier)) footnoteSources.set(node.identifier, node);
    else repeated.push(node);
  });
  const context: BodyContext = {
    ...given,
    within: OUTSIDE,
    definitions,
    footnoteSources,
    footnotes: new Map(),
  };
  const flow = joinCaptions(childBlocks(tree, context), context);
  const blocks = settleParts(given.clauses ? settleClauses(flow, given, given.clauses.moved) : flow, given);
  const footnotes = footnotesOf(context);
  for (const { label, identifier, position } of repeated) {
    context.report('footnote-used', {
      reason: `the footnote "[^${label ?? identifier}]" is there twice: this one will not be printed`,
      place: position,
      note: 'Rename it, or join the two.',
    });
  }
  for (const [identifier, source] of footnoteSources) {
    if (context.footnotes.has(identifier)) continue;
    context.report('footnote-used', {
      reason: `nothing cites the footnote "[^${source.label ?? identifier}]"`,
      place: source.position,
      note: 'Cite it or remove it: it will not be printed.',
    });
  }
  return { blocks, footnotes };
}

/** A note may cite a further note, so the list can grow while it is made. */
function footnotesOf(context: BodyContext): readonly FootnoteDefinition[] {
  const notes: FootnoteDefinition[] = [];
  for (const [identifier, { index }] of context.footnotes) {
    const source = context.footnoteSources.get(identifier);
    if (!source) continue;
    const children = joinCaptions(childBlocks(source, withoutClauses(context)), context);
    refuseIds(children, context, 'a note');
    notes.push({
      type: 'footnoteDefinition',
      identifier,
      index,
      children,
      ...positionOf(source),
    });
  }
  return notes;
}
