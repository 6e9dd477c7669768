import type { Root } from 'mdast';
import type { Block, FootnoteDefinition } from '../../model/answer.ts';
import { type BodyContext, type BodyGiven, OUTSIDE, positionOf, withoutClauses } from '../body-context.ts';
import { settleClauses } from '../clauses/settle-clauses.ts';
import { placedAt } from '../inserts/placed.ts';
import { definedIn } from './defined-in.ts';
import { withEmptyNotes } from './empty-notes.ts';
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
export function toBody(tree: Root, given: BodyGiven): Body {
  const { repeated, ...defined } = definedIn(tree);
  const context = withEmptyNotes(
    {
      ...given,
      within: OUTSIDE,
      ...defined,
      withEmptyNotes: (own) => withEmptyNotes(own, childBlocks),
      footnotes: new Map(),
      notes: '',
      put: { length: 0, told: new Set() },
    },
    childBlocks,
  );
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
  for (const [identifier, source] of defined.footnoteSources) {
    // An edition may leave out what cites a note; whether anything does is asked of the whole book.
    if (context.footnotes.has(identifier) || context.conditions.leavesOut) continue;
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
  for (const [identifier, { index, source, context: own, position }] of context.footnotes) {
    if (!source) continue;
    const children = joinCaptions(childBlocks(source, withoutClauses(own)), own);
    refuseIds(children, own, 'a note');
    const note = { type: 'footnoteDefinition', identifier, index, children, ...positionOf(source) } as const;
    notes.push(...(own.file === context.file ? [note] : placedAt([note], position, own.file.path)));
  }
  return notes;
}
