import { View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { FAINT, INK } from '../page/theme.ts';
import type { SetLine } from '../text/set-text.ts';
import { PIECE, SetLines } from './set-lines.tsx';

/** A cell with its text set, `width` with its padding. */
export interface ElementCell {
  readonly lines: readonly SetLine[];
  readonly width: number;
}
interface ElementRow {
  readonly cells: readonly ElementCell[];
  readonly head: boolean;
}

/** A table ruled the way books rule them: above, under the head, hairlines between rows, below. */
export function tableElement(rows: readonly ElementRow[], rightToLeft: boolean): ReactElement {
  const width = rows[0]?.cells.reduce((total, cell) => total + cell.width, 0) ?? 0;
  const last = rows.length - 1;
  return createElement(
    View,
    { style: { width } },
    ...rows.map((row, index) => rowElement(row, index === last, rightToLeft)),
  );
}

function rowElement(row: ElementRow, isLast: boolean, rightToLeft: boolean): ReactElement {
  const strong = row.head || isLast;
  const rules = {
    borderStyle: 'solid' as const,
    ...(row.head ? { borderTopWidth: 0.9, borderTopColor: INK } : {}),
    borderBottomWidth: strong ? 0.9 : 0.4,
    borderBottomColor: strong ? INK : FAINT,
  };
  const align = row.head ? ('flex-end' as const) : ('flex-start' as const);
  const props = {
    [PIECE]: true,
    style: {
      flexDirection: rightToLeft ? ('row-reverse' as const) : ('row' as const),
      alignItems: align,
      ...rules,
    },
  };
  const last = row.cells.length - 1;
  return createElement(
    View,
    props,
    ...row.cells.map((cell, index) => cellElement(cell, index === 0, index === last)),
  );
}

function cellElement(cell: ElementCell, isFirst: boolean, isLast: boolean): ReactElement {
  const padding = {
    paddingTop: 3.6,
    paddingBottom: 4.2,
    paddingLeft: isFirst ? 0 : 6,
    paddingRight: isLast ? 0 : 6,
  };
  return (
    <View style={{ width: cell.width, ...padding }}>
      <SetLines lines={cell.lines} />
    </View>
  );
}
