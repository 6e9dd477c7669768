import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { SetLine } from '../text/set-line.ts';
import { SetLines } from './set-lines.tsx';

/** A cover of type on colour, reaching into the bleed. */
export function coverElement(cover: {
  width: number;
  height: number;
  bleed: number;
  rightToLeft: boolean;
  title: readonly SetLine[];
  subtitle: readonly SetLine[];
  range: readonly SetLine[];
  edition: readonly SetLine[];
  background: string;
}): ReactElement {
  const { bleed, width, height } = cover;
  const side = width * 0.13;
  return (
    <View
      style={{
        width: width + 2 * bleed,
        height: height + 2 * bleed,
        backgroundColor: cover.background,
        paddingLeft: side + bleed,
        paddingRight: side + bleed,
        paddingTop: height * 0.24 + bleed,
        paddingBottom: height * 0.09 + bleed,
        justifyContent: 'space-between',
      }}
    >
      <View>
        <View
          style={{
            width: 56,
            height: 3,
            backgroundColor: '#ffffff',
            marginBottom: 26,
            alignSelf: cover.rightToLeft ? 'flex-end' : 'flex-start',
          }}
        />
        <SetLines lines={cover.title} gap={18} />
        <SetLines lines={cover.subtitle} />
      </View>
      <View>
        <SetLines lines={cover.range} gap={5} />
        <SetLines lines={cover.edition} />
      </View>
    </View>
  );
}
