import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { Drawing, Picture } from '../display/display-list.ts';
import type { SetLine } from '../text/set-line.ts';
import { Drawn, SetLines } from './set-lines.tsx';

/** A picture over its caption. */
export function figureElement(figure: {
  drawing: Drawing | Picture | undefined;
  width: number;
  lines: readonly SetLine[];
}): ReactElement {
  const { drawing, width, lines } = figure;
  return (
    <View>
      {drawing ? (
        <Drawn
          leaf={{ height: drawing.height, items: [drawing], links: [], notes: [] }}
          width={width}
          gap={lines.length > 0 ? 7 : 0}
        />
      ) : null}
      <SetLines lines={lines} />
    </View>
  );
}
