import type { Handbook } from '@octavo/core';
import type { DisplayList, DisplayPage } from '../display/display-list.ts';
import type { BlockContext } from '../flow/block-context.ts';
import { rootContext } from '../flow/chapter.ts';
import { plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { moved } from '../flow/piece.ts';
import { sectionTitle } from '../flow/prose-page.ts';
import type { Session } from '../flow/session.ts';
import { ACCENT } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun } from '../text/text-run.ts';
import { type IndexHeading, indexTerms, initial } from './index-terms.ts';
import { finishList } from './lists.ts';

const GUTTER = 20;

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
  const context = rootContext(session, node, 'page', 'index');
  const { column } = context;
  column.anchor('index');
  sectionTitle(handbook.labels.index, context, 0, full);
  const title = column.pieces.length;
  const list = structure.open('L', structure.open('Index', node), { numbering: 'None' });
  let letter = '';
  for (const heading of indexTerms(handbook)) {
    const own = initial(heading.term, handbook.language);
    if (own !== letter) {
      letter = own;
      column.space(context.leading * 0.8);
      // The letters are signposts for the eye; the list is in order without them.
      const style = { ...session.theme.label, size: session.theme.body.size * 1.05, features: ['lnum'] };
      column.addLines(
        setText(session, plainRuns(session, letter, style, -1), { ...textOf(context), width }),
        { x: 0, keep: true },
      );
      column.space(1);
    }
    indexLines(heading, list, 0, width, context, labelOf);
  }
  const place = { kind: 'matter', id: 'index', path: [], offset: 0 } as const;
  const { depth, measure, leading, rightToLeft } = geometry;
  const head = column.pieces.slice(0, title);
  const headDepth = head.reduce((total, piece) => total + piece.height + piece.before, 0) + leading;
  const settings = { measure, rightToLeft, leading, opening: false, fallback: place, notes: new Map() };
  const columns = twoDepths(column.pieces.slice(title), depth, headDepth, settings);
  const pages = pair(columns, width, headDepth, geometry.full, place, rightToLeft);
  const first = pages[0];
  if (first) {
    const [top] = paginate(head, { ...settings, depth });
    const items = (top?.items ?? []).map((item) => ({ ...item, x: item.x + geometry.full }));
    pages[0] = {
      ...first,
      items: [...items, ...first.items],
      anchors: [...(top?.anchors ?? []), ...first.anchors],
      opening: true,
    };
  }
  return finishList(session, pages);
}

/** Columns: the first two are short, for the title stands over them. */
function twoDepths(
  pieces: Parameters<typeof paginate>[0],
  depth: number,
  head: number,
  settings: Omit<Parameters<typeof paginate>[1], 'depth'>,
): DisplayPage[] {
  const first = paginate(pieces, { ...settings, depth: depth - head }).slice(0, 2);
  const taken = first.reduce((total, page) => total + page.items.length, 0);
  let count = 0;
  let at = 0;
  for (; at < pieces.length && count < taken; at++) count += pieces[at]?.items.length ?? 0;
  return [...first, ...(at < pieces.length ? paginate(pieces.slice(at), { ...settings, depth }) : [])];
}

function pair(
  columns: readonly DisplayPage[],
  width: number,
  head: number,
  x: number,
  place: DisplayPage['place'],
  rightToLeft: boolean,
): DisplayPage[] {
  const pages: DisplayPage[] = [];
  for (let at = 0; at < columns.length; at += 2) {
    const drop = at === 0 ? head : 0;
    const parts = columns.slice(at, at + 2).map((page, index) => {
      const place = rightToLeft ? 1 - index : index;
      return { page, ...moved(page, x + place * (width + GUTTER), drop) };
    });
    pages.push({
      frame: 'block',
      items: parts.flatMap((part) => part.items),
      links: parts.flatMap((part) => part.links),
      anchors: parts.flatMap((part) =>
        part.page.anchors.map((anchor) => ({ ...anchor, y: anchor.y + drop })),
      ),
      place,
      opening: false,
    });
  }
  return pages;
}

function textOf(context: BlockContext): {
  leading: number;
  align: 'left' | 'right';
  direction: 'ltr' | 'rtl';
  hyphenate: boolean;
} {
  const { size } = context.session.theme.small;
  return {
    leading: size * 1.4,
    align: context.direction === 'rtl' ? 'right' : 'left',
    direction: context.direction,
    hyphenate: false,
  };
}

const HANG = 12;

function indexLines(
  heading: IndexHeading,
  list: number,
  level: number,
  width: number,
  context: BlockContext,
  labelOf: (anchor: string) => string | undefined,
): void {
  const { session, column } = context;
  const { structure, theme } = session;
  const item = structure.open('LI', list);
  const style = { ...theme.small, features: ['lnum'] };
  const body = structure.open('LBody', item);
  const runs: TextRun[] = plainRuns(session, heading.term, style, body);
  const printed = new Set<string>();
  for (const number of heading.numbers) {
    const anchor = `q${number}`;
    const label = labelOf(anchor);
    if (label === undefined || printed.has(label)) continue;
    printed.add(label);
    runs.push(...plainRuns(session, printed.size === 1 ? ', ' : ', ', style, body));
    const node = structure.open('Link', body);
    const link = {
      node,
      target: { kind: 'anchor', name: anchor } as const,
      contents: `${heading.term}: ${number}`,
    };
    runs.push(
      ...plainRuns(session, label, { ...style, color: ACCENT }, node).map((run) => ({ ...run, link })),
    );
  }
  // Turned lines stand further in than the sub-headings.
  const indent = level * HANG;
  const settings = { ...textOf(context), width: width - indent - HANG, indent: -HANG };
  const lines = setText(session, runs, settings);
  column.addLines(lines, {
    x: indent + HANG,
    keep: heading.children.length > 0 && level === 0,
    together: true,
  });
  if (heading.children.length === 0) return;
  const inner = structure.open('L', body, { numbering: 'None' });
  for (const child of heading.children) indexLines(child, inner, level + 1, width, context, labelOf);
}
