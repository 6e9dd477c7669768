import { type Change, type Handbook, toText } from '@octavo/core';
import type { DisplayList } from '../display/display-list.ts';
import { childPlace, inlineContext } from '../flow/block-context.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { rootContext } from '../flow/root-context.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { inMargin } from '../page/geometry.ts';
import { setText } from '../text/set-text.ts';
import { finishList } from './lists.ts';

/** "Changes in this edition": each changed entry with its page and the editor's note. */
export function layOutChanges(session: Session, handbook: Handbook, changes: readonly Change[]): DisplayList {
  const { geometry, structure, theme } = session;
  const title = handbook.labels.changes;
  session.at({ path: 'handbook.yaml', name: title });
  const node = structure.open('Sect', -1, { title });
  const context = rootContext(session, node, 'matter', 'changes');
  const { column } = context;
  column.anchor('changes');
  sectionTitle(title, context);
  const questions = new Map(
    handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => [entry.number, toText(entry.question)] as const),
    ),
  );
  const list = structure.open('L', node, { numbering: 'None' });
  for (const [index, change] of changes.entries()) {
    const item = structure.open('LI', list);
    const bold = { ...theme.number, size: theme.body.size };
    const label = plainRuns(session, `${change.number} `, bold, structure.open('Lbl', item));
    const body = structure.open('LBody', item);
    const question = questions.get(change.number);
    const text = { type: 'text', value: question ?? change.number } as const;
    const link = {
      type: 'crossReference',
      number: change.number,
      written: '',
      automatic: true,
      children: [text],
    } as const;
    const runs = [
      ...inlineRuns(
        session,
        [question === undefined ? text : link],
        inlineContext({ ...context, mentioned: new Set() }, body),
      ),
      ...plainRuns(session, ` ${handbook.labels[change.kind]}.`, { ...theme.small, weight: 600 }, body),
      ...(change.note ? plainRuns(session, ` ${change.note}`, { ...theme.body, italic: true }, body) : []),
    ];
    const settings = {
      leading: context.leading,
      align: 'left',
      direction: context.direction,
      hyphenate: true,
    } as const;
    const first = column.pieces.length;
    column.space(context.leading * 0.4);
    const lines = setText(session, runs, { ...settings, width: context.width });
    column.addLines(
      lines.map((line) => ({ ...line, source: undefined })),
      { x: 0, place: childPlace(context.place, index), together: true },
    );
    const [number] = setText(session, label, { ...settings, width: geometry.hang + 20 });
    if (number) column.beside(first, number, inMargin(geometry, number.width) - number.left);
  }
  const { depth, measure, leading, rightToLeft } = geometry;
  return finishList(
    session,
    paginate(column.pieces, {
      depth,
      measure,
      rightToLeft,
      leading,
      opening: true,
      fallback: context.place,
      notes: new Map(),
    }),
  );
}
