import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { stack } from '../flow/stack.ts';
import type { SetLine } from '../text/set-line.ts';

/** Set text travels in this prop. The reconciler and the layout keep props that they do not know. */
export const LEAF = 'data-leaf';

/** Makes an element of set text, as high as its lines and as wide as its parent. `gap` is the space below it. */
export function SetLines({ lines, gap = 0 }: { lines: readonly SetLine[]; gap?: number }): ReactElement {
  const leaf = stack(lines);
  const style = { height: leaf.height, marginBottom: lines.length > 0 ? gap : 0 };
  return <View {...{ [LEAF]: leaf }} style={style} />;
}
