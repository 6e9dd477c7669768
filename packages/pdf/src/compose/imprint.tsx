import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { SetLine } from '../text/set-text.ts';
import { SetLines } from './set-lines.tsx';

/** The imprint: its paragraphs at the foot of the page. */
export function imprintElement(imprint: { height: number; paragraphs: readonly (readonly SetLine[])[] }): ReactElement {
  return (
    <View style={{ height: imprint.height, justifyContent: 'flex-end' }}>
      {imprint.paragraphs.map((lines, index) => (
        <SetLines key={`${index}`} lines={lines} gap={5} />
      ))}
    </View>
  );
}
