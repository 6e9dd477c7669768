import type { EditKind } from '@octavo/core';
import type { Box, Item } from '../display/display-list.ts';
import type { StructureNode } from '../display/structure-node.ts';
import { INK, MUTED } from '../page/theme.ts';
import { changeBar } from '../text/edit-words.ts';
import type { SpokenWords, TextRun, TextStyle } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import { type InlineContext, type InlineSet, push } from './inline-set.ts';
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
  const inner = { ...context, node, style, edit: kind, around: context.around ?? context.node };
  const direction = context.direction ?? set.session.facts.direction;
  if (!isSilent) isolate(set, inner, direction === 'rtl' ? '\u2067' : '\u2066');
  fill(inner);
  if (!isSilent) isolate(set, inner, '\u2069');
  set.content = undefined;
  const gap = kind === 'inserted' && touches(set.runs, first);
  const edit: TextRun['edit'] = isSilent ? {} : { opens, closes: close() };
  for (const [index, run] of set.runs.slice(first).entries()) set.runs[first + index] = { ...run, edit };
  if (!gap) return;
  // Where one word took the place of another, they stand apart. The gap is nobody's words, so it is an artifact.
  const small = { ...context.style, size: context.style.size * 0.6 };
  set.runs.splice(first, 0, { style: small, content: -1, language: context.language, text: '\u00a0' });
  if (set.mark !== undefined && set.mark > first) set.mark += 1;
}

/** Whether the runs from `first` on begin with a letter right behind what was deleted. */
function touches(runs: readonly TextRun[], first: number): boolean {
  const isSeen = ({ text }: TextRun): boolean => !/^[\u2066-\u2069]*$/.test(text);
  const last = runs.slice(0, first).findLast(isSeen);
  const next = runs.slice(first).find(isSeen);
  return (
    last?.edit !== undefined &&
    last.style.strike === true &&
    /\S$/.test(last.text) &&
    /^\S/.test(next?.text ?? '')
  );
}

/**
 * Adds the mark that opens or closes an edit to the order of letters: two editions' numbers are no one number, nor do
 * their letters join. A note's mark before it is still the last one.
 */
function isolate(set: InlineSet, context: InlineContext, text: string): void {
  const follows = set.mark === set.runs.length;
  push(set, context, { text });
  if (follows) set.mark = set.runs.length;
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
