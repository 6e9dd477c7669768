import type { EditKind } from '@octavo/core';
import type { Box, Item } from '../display/display-list.ts';
import type { StructureNode } from '../display/structure-node.ts';
import { INK, MUTED } from '../page/theme.ts';
import { changeBar } from '../text/edit-words.ts';
import type { SpokenWords, TextRun, TextStyle } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import type { InlineContext, InlineSet } from './inline-set.ts';
import type { Session } from './session.ts';

/** What was inserted is underlined and what was deleted is struck through: to the eye, and in the tags. */
const LOOKS: Readonly<Record<EditKind, Partial<TextStyle>>> = {
  inserted: { underline: true },
  deleted: { strike: true, color: MUTED },
};
const DECORATIONS: Readonly<Record<EditKind, NonNullable<StructureNode['decoration']>>> = {
  inserted: 'Underline',
  deleted: 'LineThrough',
};

/** This is the element of an edit: what it holds stands between words that a reader of the tags hears. */
interface OpenEdit {
  readonly node: number;
  readonly look: Partial<TextStyle>;
  readonly opens: SpokenWords;
  /** Ends what the element holds, with the last words. */
  readonly close: () => SpokenWords;
}

/** Opens the element of an edit below its parent. */
export function openEdit({ structure, facts }: Session, kind: EditKind, parent: number): OpenEdit {
  const node = structure.open('Span', parent, { decoration: DECORATIONS[kind] });
  const words = (text: string): SpokenWords => ({ text, content: structure.content(node) });
  return { node, look: LOOKS[kind], opens: words(`[${facts.labels[kind]}: `), close: () => words(']') };
}

/**
 * Lets `fill` push the runs of an edit, in an element of their own. A reader of the tags hears the edit's name before
 * them and a bracket behind them, unless `isSilent`: a label says nothing beside the text that it labels.
 */
export function edited(
  kind: EditKind,
  context: InlineContext,
  set: InlineSet,
  fill: (inner: InlineContext) => void,
  isSilent = false,
): void {
  if (context.edit === kind) {
    fill(context);
    return;
  }
  const { node, look, opens, close } = openEdit(set.session, kind, context.node);
  const first = set.runs.length;
  set.content = undefined;
  const style = { ...context.style, ...look };
  fill({ ...context, node, style, edit: kind, around: context.around ?? context.node });
  set.content = undefined;
  const edit: TextRun['edit'] = isSilent ? {} : { opens, closes: close() };
  for (const [index, run] of set.runs.slice(first).entries()) set.runs[first + index] = { ...run, edit };
}

/** Returns what the element of a picture or formula says: its name and, in an edited block, what became of it. */
export function pictureFacts(
  name: string,
  { session, edit }: Pick<BlockContext, 'session' | 'edit'>,
): Pick<StructureNode, 'alt' | 'decoration'> {
  if (!edit) return { alt: name };
  return { alt: `[${session.facts.labels[edit]}: ${name}]`, decoration: DECORATIONS[edit] };
}

/**
 * Returns the line below a picture or formula that was inserted, or through one that was deleted, and the change bar.
 * A picture may be as dark as the line.
 */
export function pictureMarks(
  { x, y, width, height }: Pick<Item & Box, 'x' | 'y' | 'width' | 'height'>,
  edit: EditKind | undefined,
  isDark = false,
): readonly Box[] {
  if (!edit) return [];
  const at = edit === 'inserted' ? y + height + 2 : y + height / 2;
  const line = (by: number, fill: string): Box => ({
    kind: 'box',
    x,
    y: at - by,
    width,
    height: 1 + 2 * by,
    fill,
  });
  // A dark picture would hide a line without an edge.
  const edge = isDark && edit === 'deleted' ? [line(0.7, '#ffffff')] : [];
  return [...edge, line(0, INK), { ...changeBar(height), y }];
}
