import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { SetLine } from '../text/set-line.ts';
import { SetLines } from './set-lines.tsx';

/** A chapter's opening: a short rule in the accent, the chapter's number, its title, what it holds. */
export function openingElement(opening: {
  label: readonly SetLine[];
  title: readonly SetLine[];
  range: readonly SetLine[];
  summary: readonly SetLine[];
  accent: string;
  drop: number;
  rightToLeft: boolean;
}): ReactElement {
  return (
    <View style={{ paddingTop: opening.drop }}>
      <View
        style={{
          width: 36,
          height: 2.5,
          backgroundColor: opening.accent,
          marginBottom: 12,
          alignSelf: opening.rightToLeft ? 'flex-end' : 'flex-start',
        }}
      />
      <SetLines lines={opening.label} gap={6} />
      <SetLines lines={opening.title} gap={10} />
      <SetLines lines={opening.summary} gap={opening.summary.length > 0 ? 10 : 0} />
      <SetLines lines={opening.range} gap={opening.range.length > 0 ? 14 : 0} />
    </View>
  );
}
