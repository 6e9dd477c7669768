import { fillLabel, type Handbook } from '@octavo/core';
import { historyLine, historyOfBook, words } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { childPlace, inlineContext } from '../flow/block-context.ts';
import { finishList } from '../flow/finish-list.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { referenceTo, sayPhrasing } from '../flow/say.ts';
import { openSection, sectionPages } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import { setText } from '../text/set-text.ts';
import { HANG } from './glossary.ts';

/** Lays out what earlier editions did to the entries: each by its number, with its page. */
export function layOutHistory(session: Session, handbook: Handbook): DisplayList {
  const { geometry, theme, structure } = session;
  const { labels } = handbook;
  session.at({ path: 'handbook.yaml', name: labels.history });
  const context = openSection(session, 'matter', 'history', labels.history);
  const { column, node, leading, direction } = context;
  const { first, lines: entries } = historyOfBook(handbook);
  const notice = plainRuns(
    session,
    fillLabel(labels.historyNotice, { version: first }),
    theme.body,
    structure.open('P', node),
  );
  const settings = { width: context.width, leading, direction, hyphenate: true };
  column.addLines(setText(session, notice, settings), { x: 0, place: context.place });
  column.space(leading);
  const list = structure.open('L', node, { numbering: 'Unordered' });
  for (const [place, { number, said }] of entries.entries()) {
    const body = structure.open('LBody', structure.open('LI', list));
    const phrasing = [referenceTo(number, number), ...sayPhrasing([words(' '), ...historyLine(said)])];
    const own = inlineContext({ ...context, mentioned: new Set() }, body, theme.note);
    const lines = setText(session, inlineRuns(session, phrasing, own), {
      ...settings,
      width: context.width - HANG,
      indent: -HANG,
    });
    column.space(0);
    column.addLines(lines, {
      x: geometry.rightToLeft ? 0 : HANG,
      place: childPlace(context.place, place),
      together: lines.length < 4,
    });
  }
  return finishList(session, sectionPages(context));
}
