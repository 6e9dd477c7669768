import type { Handbook } from '@octavo/core';
import { indexGroups } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { rootContext } from '../flow/root-context.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { setText } from '../text/set-text.ts';
import { GUTTER, indexColumns, pairColumns } from './index-columns.ts';
import { indexLines, textOf } from './index-lines.ts';
import { finishList } from './lists.ts';

/** The back-of-book index in two columns: each term with the pages of its entries, each page a link. */
export function layOutIndex(
  session: Session,
  handbook: Handbook,
  labelOf: (anchor: string) => string | undefined,
): DisplayList {
  const { geometry, structure } = session;
  const full = geometry.measure + geometry.hang;
  const width = (full - GUTTER) / 2;
  const node = structure.open('Sect', -1, { title: handbook.labels.index });
  const context = rootContext(session, node, 'matter', 'index');
  const { column } = context;
  column.anchor('index', node);
  sectionTitle(handbook.labels.index, context, 0, full);
  const title = column.pieces.length;
  const list = structure.open('L', structure.open('Index', node), { numbering: 'None' });
  for (const { letter, items } of indexGroups(handbook)) {
    column.space(context.leading * 0.8);
    // The letters are signposts for the eye; the list is in order without them.
    const style = { ...session.theme.label, size: session.theme.body.size * 1.05, features: ['lnum'] };
    column.addLines(setText(session, plainRuns(session, letter, style, -1), { ...textOf(context), width }), {
      x: 0,
      keep: true,
    });
    column.space(1);
    for (const heading of items) indexLines(heading, list, width, context, labelOf);
  }
  const { depth, measure, leading, rightToLeft } = geometry;
  const head = column.pieces.slice(0, title);
  const headDepth = head.reduce((total, piece) => total + piece.height + piece.before, 0) + leading;
  const settings = {
    measure,
    rightToLeft,
    leading,
    opening: false,
    fallback: context.place,
    notes: new Map(),
  };
  const columns = indexColumns(column.pieces.slice(title), depth, headDepth, settings);
  const pages = pairColumns(columns, width, headDepth, geometry.full, rightToLeft);
  const first = pages[0];
  if (first) {
    const [top] = paginate(head, { ...settings, depth });
    const items = (top?.items ?? []).map((item) => ({ ...item, x: item.x + geometry.full }));
    pages[0] = {
      ...first,
      items: [...items, ...first.items],
      anchors: [...(top?.anchors ?? []), ...first.anchors],
      place: context.place,
      opening: true,
    };
  }
  return finishList(session, pages);
}
