import type { DisplayPage } from '../display/display-list.ts';
import { setText } from '../text/set-text.ts';
import type { BlockContext } from './block-context.ts';
import { plainRuns } from './inline.ts';
import { paginate } from './paginate.ts';
import type { Piece } from './piece.ts';
import { rootContext } from './root-context.ts';
import type { Session } from './session.ts';

/** Where a section's title may stand: how far from the text's edge, and how wide. */
interface TitleFrame {
  readonly x: number;
  readonly width: number;
}

/**
 * Begins a prose page, the contents, a list, the glossary, the changes, the history or the index: its element, its
 * anchor and its title. Returns the context of what follows.
 */
export function openSection(
  session: Session,
  kind: 'page' | 'matter',
  id: string,
  title: string,
  frame?: TitleFrame,
): BlockContext {
  const context = rootContext(session, kind, id, title);
  const { column, node, direction, place } = context;
  const { x, width } = frame ?? context;
  column.anchor(kind === 'matter' ? matterAnchor(id) : id, node);
  const style = { ...session.theme.chapterTitle, size: session.theme.chapterTitle.size * 0.8 };
  const heading = session.structure.open('H1', node);
  const settings = { width, leading: style.size * 1.15, direction, balanced: true };
  const lines = setText(session, plainRuns(session, title, style, heading), settings);
  column.space(0);
  column.addLines(lines, { x, place, keep: true, together: true });
  column.space(session.geometry.leading * 2);
  return context;
}

/** The anchor of what is no text of the book's own: no id of an entry or a page has that sign. */
export function matterAnchor(id: string): string {
  return `_${id}`;
}

/** Cuts a section into pages, the first of which opens it. `notes` are the pieces of its footnotes, by anchor. */
export function sectionPages(
  { session, column, place }: BlockContext,
  notes: ReadonlyMap<string, readonly Piece[]> = new Map(),
  pieces: readonly Piece[] = column.pieces,
): DisplayPage[] {
  return paginate(pieces, { ...session.geometry, opening: true, filled: true, fallback: place, notes });
}
