import type { Handbook } from '@octavo/core';
import { type IndexHeading, indexGroups } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { addIn, setIn } from '../flow/block-context.ts';
import { finishList } from '../flow/finish-list.ts';
import { plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { openSection } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import { GUTTER, indexColumns, joinColumns } from './index-columns.ts';
import { type IndexSetting, indexLines, indexWidths } from './index-lines.ts';

/** Lays out the index in columns: each term has its entries with their pages, and each entry is a link. */
export function layOutIndex(
  session: Session,
  handbook: Handbook,
  labelOf: (anchor: string) => string | undefined,
): DisplayList {
  const { geometry, structure } = session;
  const full = geometry.measure + geometry.hang;
  const context = openSection(session, 'matter', 'index', handbook.labels.index, { x: 0, width: full });
  const { column, node } = context;
  const title = column.pieces.length;
  const list = structure.open('L', structure.open('Index', node), { numbering: 'None' });
  const groups = indexGroups(handbook);
  const inColumns = (count: number): IndexSetting => ({
    context,
    width: (full - GUTTER * (count - 1)) / count,
    labelOf,
  });
  const headings = groups.flatMap(({ items }) => items);
  const setting = areShort(headings, inColumns(MOST_COLUMNS)) ? inColumns(MOST_COLUMNS) : inColumns(2);
  const { width } = setting;
  const count = setting.width < inColumns(2).width ? MOST_COLUMNS : 2;
  for (const { letter, items } of groups) {
    column.space(context.leading);
    // The letters are signposts for the eye. The list is complete without them, so they are artifacts.
    const style = { ...session.theme.label, size: session.theme.body.size * 1.05, features: ['lnum'] };
    const lines = setIn(context, plainRuns(session, letter, style, -1), { width });
    addIn(context, lines, { place: undefined, keep: true });
    for (const heading of items) indexLines(heading, list, setting);
  }
  const { depth, leading, rightToLeft } = geometry;
  const head = column.pieces.slice(0, title);
  const titleDepth = head.reduce((total, piece) => total + piece.height + piece.before, 0);
  // The columns begin on the page's grid.
  const headDepth = Math.ceil(titleDepth / leading + 1) * leading;
  const settings = { ...geometry, opening: false, fallback: context.place, notes: new Map() };
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

/** There are at most so many columns. */
const MOST_COLUMNS = 3;
/** A column that is narrower, in points, does not hold its lines well. */
const NARROWEST = 120;

/** Tells whether nearly all headings fit two lines of a column. If they do not, more columns save no space. */
function areShort(headings: readonly IndexHeading[], setting: IndexSetting): boolean {
  if (setting.width < NARROWEST) return false;
  const widths = headings.flatMap((heading) => [...indexWidths(heading, setting)]);
  return widths.filter((width) => width > setting.width * 1.8).length <= widths.length * 0.05;
}
