import { type Phrasing, toText } from '@octavo/core';
import { inOwnDirection } from '@octavo/core/say';
import type { Item } from '../display/display-list.ts';
import { addIn, type BlockContext, setIn } from '../flow/block-context.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { slotRun } from '../flow/inline-set.ts';
import type { Session } from '../flow/session.ts';
import { hanging, inMargin } from '../page/geometry.ts';
import { ACCENT, INK, MUTED } from '../page/theme.ts';
import { textWidth } from '../text/set-text.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';

/** The numbers of the contents take at least this share of the margin column. */
const LEAST_SHARE = 0.55;
/** Behind the widest number, so much of its size is free. */
const NUMBER_GAP = 0.8;

/**
 * Returns the share of the margin column that numbers take, with a gap behind the widest. Their lines have a `size`.
 */
export function columnShare(session: Session, numbers: readonly string[], size: number): number {
  const style = numberStyle(session, size);
  const longest = Math.max(...numbers.map(({ length }) => length));
  const widest = numbers
    .filter(({ length }) => length >= longest - 1)
    .map((number) => textWidth(session, plainRuns(session, number, style, -1)));
  const wanted = (Math.max(...widest) + style.size * NUMBER_GAP) / session.geometry.hang;
  return Number.isFinite(wanted) ? Math.min(1, Math.max(LEAST_SHARE, wanted)) : LEAST_SHARE;
}

function numberStyle({ theme }: Session, size: number): TextStyle {
  return { ...theme.small, weight: 600, size: size * 0.92, color: ACCENT, features: ['lnum', 'tnum'] };
}

interface TocLine {
  readonly label: string;
  readonly title: readonly Phrasing[];
  readonly anchor: string;
  readonly style: TextStyle;
  readonly node: number;
  readonly keep: boolean;
  /** The line has lines below it, among which it stands out. */
  readonly isHead: boolean;
  /** The number may take this share of the margin column (see `columnShare`). */
  readonly share: number;
}

const LEADER_GAP = 5;
/** The largest lines are so many times as large as text. */
export const LARGEST = 1.06;

/** Sets a number, a title, a leader and a page number, which are one link. */
export function tocLine(line: TocLine, context: BlockContext): void {
  const { session, column } = context;
  const { geometry, structure, theme, facts } = session;
  const { leading } = geometry;
  const node = structure.open('Link', structure.open('Reference', line.node));
  const link = {
    node,
    target: { kind: 'anchor', name: line.anchor } as const,
    contents: `${line.label} ${toText(line.title)}`.trim(),
  };
  const first = column.pieces.length;
  const label = numberStyle(session, line.style.size);
  const labelRuns = line.label ? linked(plainRuns(session, `${line.label} `, label, node), link) : [];
  const runs = linked(
    inlineRuns(session, inOwnDirection(line.title, facts.direction), {
      style: line.style,
      node,
      language: context.language,
    }),
    link,
  );
  const pageStyle: TextStyle = {
    ...theme.small,
    size: line.style.size * 0.94,
    features: ['lnum', 'tnum'],
    color: line.isHead ? INK : MUTED,
  };
  const room = slotRun(session, { style: pageStyle, language: 'und' }, { anchor: line.anchor }, facts.digits);
  const slot = plainRuns(session, '', pageStyle, node).map((run) => ({ ...run, ...room }));
  const slotWidth = room.slot?.width ?? 0;
  // All leaders end where the widest number begins, whatever the size of the number in their own line.
  const end = (slotWidth / pageStyle.size) * theme.body.size * LARGEST;
  const { rightToLeft } = geometry;
  const width = geometry.measure - end - 22;
  const x = rightToLeft ? geometry.measure - width : 0;
  const number = hanging(
    labelRuns.length > 0 ? setIn(context, labelRuns, { leading, width: geometry.hang + 20 }) : [],
    geometry,
    line.share,
  );
  const lines = setIn(context, number ? runs : [...labelRuns, ...runs], { leading, width });
  // The place of a line is that of its beginning, whatever markup its title has.
  addIn(context, lines, { x, onePlace: true, keep: line.keep, together: true });
  if (number) column.beside(first, number, inMargin(geometry, number.width, line.share) - number.left);
  const last = lines.at(-1);
  const [page] = setIn(context, linked(slot, link), { leading, width: slotWidth + 1 });
  if (!last || !page) return;
  const from = rightToLeft ? end + LEADER_GAP : last.left + last.width + LEADER_GAP;
  const to = rightToLeft ? x + last.left - LEADER_GAP : geometry.measure - end - LEADER_GAP;
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
