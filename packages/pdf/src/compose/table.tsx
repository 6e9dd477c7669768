import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
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

const MARK = { [PIECE]: true };

/** A table ruled the way books rule them: above, under the head, hairlines between rows, below. */
export function tableElement(rows: readonly ElementRow[]): ReactElement {
  const width = rows[0]?.cells.reduce((total, cell) => total + cell.width, 0) ?? 0;
  return (
    <View style={{ width }}>
      {rows.map((row, index) => (
        <Row key={`${index}`} row={row} isLast={index === rows.length - 1} />
      ))}
    </View>
  );
}

function Row({ row, isLast }: { row: ElementRow; isLast: boolean }): ReactElement {
  const strong = row.head || isLast;
  const rules = {
    ...(row.head ? { borderTopWidth: 0.9, borderTopColor: INK } : {}),
    borderBottomWidth: strong ? 0.9 : 0.4,
    borderBottomColor: strong ? INK : FAINT,
  };
  const rule = { borderStyle: 'solid' as const, ...rules };
  return (
    <View {...MARK} style={{ flexDirection: 'row', alignItems: row.head ? 'flex-end' : 'flex-start', ...rule }}>
      {row.cells.map((cell, index) => (
        <View
          key={`${index}`}
          style={{
            width: cell.width,
            paddingTop: 3.6,
            paddingBottom: 4.2,
            paddingLeft: index === 0 ? 0 : 6,
            paddingRight: index === row.cells.length - 1 ? 0 : 6,
          }}
        >
          <SetLines lines={cell.lines} />
        </View>
      ))}
    </View>
  );
}
