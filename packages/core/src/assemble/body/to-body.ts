import type { Definition, FootnoteDefinition as MdastFootnote, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, FootnoteDefinition, Paragraph, Phrasing, Table } from '../../model/answer.ts';
import { type BodyContext, OUTSIDE, positionOf, withoutClauses } from '../body-context.ts';
import { settleClauses } from '../clauses/settle-clauses.ts';
import { mapRuns } from './map-runs.ts';
import { captionMark, OWN_ID } from './own-id.ts';
import { trim } from './plain-text.ts';
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
  const around = { ...given, within: OUTSIDE, definitions, footnoteSources };
  const context: BodyContext = { ...around, emptyNotes: emptyNotes(around), footnotes: new Map() };
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

/** The notes of which a condition leaves nothing; one that only cites such a note is one of them. */
function emptyNotes(
  around: Omit<BodyContext, 'footnotes'>,
  known: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const { conditions, footnoteSources } = around;
  if (!conditions.leavesOut) return known;
  const quiet = {
    ...withoutClauses({ ...around, footnotes: new Map() }),
    emptyNotes: known,
    report: () => {},
  };
  const found = [...footnoteSources].filter(
    ([, note]) =>
      note.children.length > 0 && childBlocks(note, { ...quiet, footnotes: new Map() }).length === 0,
  );
  return found.length > known.size ? emptyNotes(around, new Set(found.map(([name]) => name))) : known;
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

/**
 * Gives every table the caption that stands in a paragraph before it: `Table: Fees of the year {#fees}`. Reports
 * a caption with an id that stands before no table (`numbered-complete`).
 */
function joinCaptions(blocks: readonly Block[], context: BodyContext): readonly Block[] {
  return mapRuns(blocks, (run) => {
    const joined: Block[] = [];
    for (const [at, block] of run.entries()) {
      const caption = block.type === 'paragraph' ? captionOf(block, context) : undefined;
      const next = run[at + 1];
      if (caption && next?.type === 'table') continue;
      if (caption?.id !== undefined)
        context.report('numbered-complete', {
          reason: `the caption with the id "${caption.id}" stands before no table`,
          place: block.position,
          expected: 'the table below it, after an empty line',
        });
      const before = run[at - 1];
      const own = before?.type === 'paragraph' ? captionOf(before, context) : undefined;
      joined.push(block.type === 'table' && own ? { ...block, ...own } : block);
    }
    return joined;
  });
}

/** The caption that a paragraph is, and its id. */
function captionOf(
  { children, position }: Paragraph,
  { text, tableWord }: BodyContext,
): Pick<Table, 'caption' | 'id'> | undefined {
  const [first] = children;
  const source = text.slice(position?.start.offset, position?.end.offset);
  const mark = captionMark(source, tableWord);
  if (first?.type !== 'text' || mark === undefined) return undefined;
  const id = OWN_ID.exec(source)?.[1];
  const words: Phrasing[] = [{ ...first, value: first.value.slice(mark.length) }, ...children.slice(1)];
  const last = words.at(-1);
  if (id !== undefined && last?.type === 'text')
    words[words.length - 1] = { ...last, value: last.value.replace(OWN_ID, '') };
  const caption = trim(words).filter((node) => node.type !== 'text' || node.value !== '');
  return caption.length === 0 ? undefined : { caption, ...(id === undefined ? {} : { id }) };
}
