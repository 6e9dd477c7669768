import { type Entry, type Handbook, type Phrasing, toText } from '@octavo/core';
import type { DisplayList, Item } from '../display/display-list.ts';
import type { BlockContext } from '../flow/block-context.ts';
import { rootContext } from '../flow/chapter.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { slotRun } from '../flow/inline-set.ts';
import { paginate } from '../flow/paginate.ts';
import { sectionTitle } from '../flow/prose-page.ts';
import type { Session } from '../flow/session.ts';
import { inMargin } from '../page/geometry.ts';
import { ACCENT, INK, MUTED } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';
import { finishList } from './lists.ts';

/** A line of the contents that is no entry: a prose page, a chapter, the index. */
export interface ContentsItem {
  readonly title: string;
  readonly anchor: string;
  readonly label?: string;
  readonly part?: string;
  readonly entries?: readonly Entry[];
}

/** The table of contents, to the level of entries, with leaders; its numbers are slots. */
export function layOutContents(
  session: Session,
  handbook: Handbook,
  items: readonly ContentsItem[],
): DisplayList {
  session.at({ path: 'handbook.yaml', name: handbook.labels.contents });
  const { geometry, structure } = session;
  const node = structure.open('Sect', -1, { title: handbook.labels.contents });
  const context = rootContext(session, node, 'page', 'contents');
  context.column.anchor('contents');
  const width = geometry.measure + geometry.hang * COLUMN;
  sectionTitle(handbook.labels.contents, context, inMargin(geometry, width, COLUMN), width);
  const toc = structure.open('TOC', node);
  for (const item of items) {
    if (item.part) partTitle(item.part, toc, context);
    const { body } = session.theme;
    const isChapter = item.entries !== undefined;
    const style: TextStyle = isChapter
      ? { ...session.theme.question, size: body.size * 1.06, color: INK }
      : { ...body, features: ['lnum'] };
    context.column.space(geometry.leading * (isChapter ? 1.1 : 0.25));
    const toci = structure.open('TOCI', toc);
    tocLine(
      {
        label: item.label ?? '',
        title: [{ type: 'text', value: item.title }],
        anchor: item.anchor,
        style,
        node: toci,
        keep: isChapter,
      },
      context,
    );
    if (!item.entries) continue;
    context.column.space(geometry.leading * 0.3);
    const inner = structure.open('TOC', toc);
    for (const [index, entry] of item.entries.entries()) {
      const own = structure.open('TOCI', inner);
      const small: TextStyle = { ...body, size: body.size * 0.94, features: ['lnum'] };
      tocLine(
        {
          label: entry.number,
          title: entry.question,
          anchor: `q${entry.number}`,
          style: small,
          node: own,
          keep: index === 0,
        },
        context,
      );
    }
  }
  const { depth, measure, leading, rightToLeft } = geometry;
  const place = { kind: 'matter', id: 'contents', path: [], offset: 0 } as const;
  return finishList(
    session,
    paginate(context.column.pieces, {
      depth,
      measure,
      rightToLeft,
      leading,
      opening: true,
      fallback: place,
      notes: new Map(),
    }).map((page) => ({ ...page, place })),
  );
}

function partTitle(title: string, toc: number, context: BlockContext): void {
  const { session, column } = context;
  const node = session.structure.open('TOCI', toc);
  const style = { ...session.theme.label, size: session.theme.label.size * 1.1 };
  column.space(context.leading * 1.4);
  const lines = setText(session, plainRuns(session, title, style, session.structure.open('P', node)), {
    width: context.width,
    leading: context.leading,
    align: context.direction === 'rtl' ? 'right' : 'left',
    direction: context.direction,
    hyphenate: false,
  });
  column.addLines(lines, {
    x: inMargin(session.geometry, context.width, COLUMN),
    keep: true,
    together: true,
  });
}

interface TocLine {
  readonly label: string;
  readonly title: readonly Phrasing[];
  readonly anchor: string;
  readonly style: TextStyle;
  readonly node: number;
  readonly keep: boolean;
}

const LEADER_GAP = 5;
/** How much of the margin column the numbers of the contents take. */
const COLUMN = 0.55;

/** Number, title, leader, page: one link. */
function tocLine(line: TocLine, context: BlockContext): void {
  const { session, column } = context;
  const { geometry, structure, theme, facts } = session;
  const leading = line.style.size * 1.42;
  const node = structure.open('Link', structure.open('Reference', line.node));
  const link = {
    node,
    target: { kind: 'anchor', name: line.anchor } as const,
    contents: `${line.label} ${toText(line.title)}`.trim(),
  };
  const first = column.pieces.length;
  const label: TextStyle = {
    ...theme.small,
    weight: 600,
    size: line.style.size * 0.92,
    color: ACCENT,
    features: ['lnum', 'tnum'],
  };
  const labelRuns = line.label ? linked(plainRuns(session, `${line.label} `, label, node), link) : [];
  const runs = linked(
    inlineRuns(session, line.title, { style: line.style, node, language: context.language }),
    link,
  );
  const pageStyle: TextStyle = {
    ...theme.small,
    size: line.style.size * 0.94,
    features: ['lnum', 'tnum'],
    color: line.keep ? INK : MUTED,
  };
  const room = slotRun(session, { style: pageStyle, language: 'und' }, { anchor: line.anchor }, facts.digits);
  const slot = plainRuns(session, '', pageStyle, node).map((run) => ({ ...run, ...room }));
  const slotWidth = room.slot?.width ?? 0;
  const { rightToLeft } = geometry;
  const align = rightToLeft ? 'right' : 'left';
  const settings = { leading, align, direction: context.direction, hyphenate: false } as const;
  const width = geometry.measure - slotWidth - 22;
  const x = rightToLeft ? geometry.measure - width : 0;
  const lines = setText(session, runs, { ...settings, width });
  column.addLines(lines, { x, keep: line.keep, together: true });
  const [number] =
    labelRuns.length > 0 ? setText(session, labelRuns, { ...settings, width: geometry.hang + 20 }) : [];
  if (number) column.beside(first, number, inMargin(geometry, number.width, COLUMN) - number.left);
  const last = lines.at(-1);
  const [page] = setText(session, linked(slot, link), { ...settings, width: slotWidth + 1 });
  if (!last || !page) return;
  const from = rightToLeft ? slotWidth + LEADER_GAP : last.left + last.width + LEADER_GAP;
  const to = rightToLeft ? x + last.left - LEADER_GAP : geometry.measure - slotWidth - LEADER_GAP;
  const dots: Item = {
    kind: 'box',
    x: from + 4 - (from % 4),
    y: page.baseline - 0.6,
    width: Math.max(0, to - from - 4),
    height: 0.7,
    fill: '#9b958c',
    dots: 4,
  };
  const at = column.pieces.length - 1;
  if (dots.width > 8) column.beside(at, { ...page, items: [dots], links: [] }, 0, 'after');
  column.beside(at, page, (rightToLeft ? 0 : geometry.measure - slotWidth) - page.left, 'after');
}

function linked(runs: readonly TextRun[], link: NonNullable<TextRun['link']>): TextRun[] {
  return runs.map((run) => ({ ...run, link }));
}
