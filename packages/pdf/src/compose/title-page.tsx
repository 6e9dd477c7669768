import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { SetLine } from '../text/set-line.ts';
import { SetLines } from './set-lines.tsx';

/** The title page: title high on the page, publisher at its foot. */
export function titleElement(title: {
  height: number;
  rightToLeft: boolean;
  accent: string;
  title: readonly SetLine[];
  subtitle: readonly SetLine[];
  range: readonly SetLine[];
  people: readonly SetLine[];
  edition: readonly SetLine[];
  publisher: readonly SetLine[];
}): ReactElement {
  return (
    <View style={{ height: title.height, paddingTop: title.height * 0.2, justifyContent: 'space-between' }}>
      <View>
        <SetLines lines={title.title} gap={14} />
        <SetLines lines={title.subtitle} gap={title.subtitle.length > 0 ? 22 : 0} />
        <View
          style={{
            width: 36,
            height: 2.5,
            backgroundColor: title.accent,
            marginBottom: 18,
            alignSelf: title.rightToLeft ? 'flex-end' : 'flex-start',
          }}
        />
        <SetLines lines={title.range} gap={title.range.length > 0 ? 18 : 0} />
        <SetLines lines={title.people} />
      </View>
      <View>
        <SetLines lines={title.publisher} gap={3} />
        <SetLines lines={title.edition} />
      </View>
    </View>
  );
}
