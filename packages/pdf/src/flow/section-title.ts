import { setText } from '../text/set-text.ts';
import type { BlockContext } from './block-context.ts';
import { plainRuns } from './inline.ts';

/** The title of a prose page, the contents, the glossary or the index. `x`, `width`: where it may stand. */
export function sectionTitle(
  title: string,
  context: BlockContext,
  x: number = context.x,
  width: number = context.width,
): void {
  const { session, column } = context;
  const style = { ...session.theme.chapterTitle, size: session.theme.chapterTitle.size * 0.8 };
  const node = session.structure.open('H1', context.node);
  const lines = setText(session, plainRuns(session, title, style, node), {
    width,
    leading: style.size * 1.15,
    direction: context.direction,
    balanced: true,
  });
  column.space(0);
  column.addLines(lines, { x, place: context.place, keep: true, together: true });
  column.space(session.geometry.leading * 2);
}
