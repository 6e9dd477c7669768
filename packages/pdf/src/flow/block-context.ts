import type { Block, Direction, EditKind, PageBreakPlace } from '@octavo/core';
import type { SetLine, TextSettings } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';
import type { Column, Placing } from './column.ts';
import type { InlineContext } from './inline-set.ts';
import type { Session } from './session.ts';

/** What is true of the blocks being laid out. */
export interface BlockContext {
  readonly session: Session;
  readonly column: Column;
  /** This is the structure element in which the blocks stand. */
  readonly node: number;
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly leading: number;
  readonly language: string;
  readonly direction: Direction;
  /**
   * This is the space between blocks. Paragraphs that follow one another have none; the later ones are
   * indented instead.
   */
  readonly gap: number;
  /** What stands before the block among its parent's children. */
  readonly follows?: Block['type'] | undefined;
  /** The level of a Heading of depth 1. */
  readonly level: number;
  /** The anchor of the entry or page: `q618`. */
  readonly owner: string;
  /**
   * This is how many notes stand before the entry's own. Notes are numbered by chapter, so that no page has
   * two with one number.
   */
  readonly notesBefore: number;
  readonly mentioned: Set<string>;
  /** Where the blocks' parent is, for the page map. */
  readonly place: PageBreakPlace;
  /** How deep lists are nested. */
  readonly nesting: number;
  /** Inside a tinted box. */
  readonly nested?: boolean;
  /** The blocks were inserted or deleted. */
  readonly edit?: EditKind | undefined;
  /** `first`: the index of the first node among its parent's children, where something goes before. */
  readonly blocks: (nodes: readonly Block[], context: BlockContext, first?: number) => Promise<void>;
}

/** The context of running text in a block. */
export function inlineContext(
  context: BlockContext,
  node: number,
  style: TextStyle = context.style,
): InlineContext {
  return {
    style,
    node,
    language: context.language,
    direction: context.direction,
    width: context.width,
    mentioned: context.mentioned,
    owner: context.owner,
    notesBefore: context.notesBefore,
    room: { width: context.width, alone: false },
    ...(context.edit ? { edit: context.edit } : {}),
  };
}

/**
 * Tells how a paragraph is set in this context. It is justified where the measure is wide enough and the
 * words have spaces, or the letters their squares.
 */
export function textSettings(context: BlockContext): TextSettings {
  const ragged =
    context.width < 230 || /^(th|lo|km|my|bo)\b/.test(context.language) || context.style.role !== 'serif';
  const { width, leading, direction } = context;
  return { width, leading, direction, hyphenate: true, ...(ragged ? {} : { align: 'justify' }) };
}

/** Sets text as wide as the context is, and in its direction and leading, unless `own` says otherwise. */
export function setIn(
  { session, width, leading, direction }: BlockContext,
  runs: readonly TextRun[],
  own: Partial<TextSettings> = {},
): readonly SetLine[] {
  return setText(session, runs, { width, leading, direction, ...own });
}

/** Adds lines to the context's column, where its blocks begin, unless `own` says otherwise. */
export function addIn(
  { column, x, place }: BlockContext,
  lines: readonly SetLine[],
  own: Partial<Placing>,
): void {
  column.addLines(lines, { x, place, ...own });
}

/** Returns the space before a block: there is none at the beginning of its parent and below a heading. */
export function spaceBefore({ follows, gap }: BlockContext): number {
  return follows === undefined || follows === 'heading' ? 0 : gap;
}

/** The place of a child. */
export function childPlace(place: PageBreakPlace, index: number): PageBreakPlace {
  return { ...place, path: [...place.path, index], offset: 0 };
}
