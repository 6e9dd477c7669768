import type { Handbook } from '@octavo/core';
import { type IndexHeading, indexGroups } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { rootContext } from '../flow/root-context.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { setText } from '../text/set-text.ts';
import { GUTTER, indexColumns, joinColumns } from './index-columns.ts';
import { type IndexSetting, indexLines, indexWidths, textOf } from './index-lines.ts';
import { finishList } from './lists.ts';

/** The back-of-book index in columns: each term with its entries and their pages, each entry a link. */
export function layOutIndex(
  session: Session,
  handbook: Handbook,
  labelOf: (anchor: string) => string | undefined,
): DisplayList {
  const { geometry, structure } = session;
  const full = geometry.measure + geometry.hang;
  const node = structure.open('Sect', -1, { title: handbook.labels.index });
  const context = rootContext(session, node, 'matter', 'index');
  const { column } = context;
  column.anchor('index', node);
  sectionTitle(handbook.labels.index, context, 0, full);
  const title = column.pieces.length;
  const list = structure.open('L', structure.open('Index', node), { numbering: 'None' });
  const groups = indexGroups(handbook);
  const inColumns = (count: number): IndexSetting => ({
    context,
    width: (full - GUTTER * (count - 1)) / count,
    labelOf,
  });
  const headings = groups.flatMap(({ items }) => items);
  const setting = areShort(headings, inColumns(MOST)) ? inColumns(MOST) : inColumns(2);
  const { width } = setting;
  const count = setting.width < inColumns(2).width ? MOST : 2;
  for (const { letter, items } of groups) {
    column.space(context.leading);
    // The letters are signposts for the eye; the list is in order without them.
    const style = { ...session.theme.label, size: session.theme.body.size * 1.05, features: ['lnum'] };
    column.addLines(setText(session, plainRuns(session, letter, style, -1), { ...textOf(context), width }), {
      x: 0,
      keep: true,
    });
    for (const heading of items) indexLines(heading, list, setting);
  }
  const { depth, measure, leading, rightToLeft } = geometry;
  const head = column.pieces.slice(0, title);
  const titleDepth = head.reduce((total, piece) => total + piece.height + piece.before, 0);
  // The columns begin on the page's grid.
  const headDepth = Math.ceil(titleDepth / leading + 1) * leading;
  const settings = {
    measure,
    rightToLeft,
    leading,
    opening: false,
    fallback: context.place,
    notes: new Map(),
  };
  const columns = indexColumns(column.pieces.slice(title), count, { depth, head: headDepth, settings });
  const pages = joinColumns(columns, { count, width, head: headDepth, x: geometry.full, rightToLeft });
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

/** How many columns there are at most. */
const MOST = 3;
/** The narrowest column that holds its lines well, in points. */
const NARROWEST = 120;

/** Whether nearly all headings fit two lines of a column: turned lines would take what more columns save. */
function areShort(headings: readonly IndexHeading[], setting: IndexSetting): boolean {
  if (setting.width < NARROWEST) return false;
  const widths = headings.flatMap((heading) => [...indexWidths(heading, setting)]);
  return widths.filter((width) => width > setting.width * 1.8).length <= widths.length * 0.05;
}
