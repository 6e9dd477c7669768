import { View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { SetLine } from '../text/set-line.ts';
import { SetLines } from './set-lines.tsx';

/** The imprint: its paragraphs at the foot of the page. */
export function imprintElement(imprint: {
  height: number;
  paragraphs: readonly (readonly SetLine[])[];
}): ReactElement {
  const style = { height: imprint.height, justifyContent: 'flex-end' as const };
  return createElement(View, { style }, ...imprint.paragraphs.map((lines) => SetLines({ lines, gap: 5 })));
}
