import type { TextRun, TextStyle } from '../text/text-run.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { editRuns, plainRuns } from './inline.ts';

/**
 * Returns the runs of a text of ours, such as the number of a figure or of a list's item: marked in an edited block as
 * its words are, and with what it was `before` where it has changed.
 */
export function labelRuns(
  context: BlockContext,
  text: string,
  style: TextStyle,
  node: number,
  before?: string,
): TextRun[] {
  const { session, edit } = context;
  const own = { ...inlineContext(context, node, style), edit: undefined };
  if (edit) return editRuns(session, edit, text, own, true);
  if (before === undefined) return plainRuns(session, text, style, node);
  return [
    ...editRuns(session, 'deleted', before, own),
    ...plainRuns(session, '\u2002', style, node),
    ...editRuns(session, 'inserted', text, own),
  ];
}
