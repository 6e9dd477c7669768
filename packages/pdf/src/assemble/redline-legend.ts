import type { Handbook } from '@octavo/core';
import { sayRedline } from '@octavo/core/say';
import { editRuns, inlineRuns } from '../flow/inline.ts';
import { sayPhrasing } from '../flow/say.ts';
import type { Session } from '../flow/session.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';

/** Says, on the title page of a redlined book, since which edition it is marked, and shows what the marks look like. */
export function redlineLegend(
  session: Session,
  handbook: Handbook,
  style: TextStyle,
  parent: number,
  width: number,
): readonly SetLine[] {
  const { redline, labels, language, direction } = handbook;
  if (!redline) return [];
  const node = session.structure.open('P', parent);
  const context = { style, node, language };
  const text = (value: string) => inlineRuns(session, [{ type: 'text', value }], context);
  const runs = [
    ...inlineRuns(session, sayPhrasing(sayRedline(handbook)), context),
    ...text(' '),
    ...editRuns(session, 'inserted', labels.inserted, context, true),
    ...text(' · '),
    ...editRuns(session, 'deleted', labels.deleted, context, true),
  ];
  return setText(session, runs, { width, leading: style.size * 1.4, direction });
}
