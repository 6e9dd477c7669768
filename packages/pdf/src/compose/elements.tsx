import { View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { SetLine } from '../text/set-line.ts';
import { SetLines } from './set-lines.tsx';

type Lines = readonly SetLine[];

/** This is a cover of words on a color that reaches into the bleed. */
export function coverElement(cover: {
  width: number;
  height: number;
  bleed: number;
  rightToLeft: boolean;
  title: Lines;
  subtitle: Lines;
  range: Lines;
  edition: Lines;
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
        <Rule width={56} height={3} color="#ffffff" gap={26} rightToLeft={cover.rightToLeft} />
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

/** The title page: the title stands high on the page, and the publisher at its foot. */
export function titleElement(title: {
  height: number;
  rightToLeft: boolean;
  accent: string;
  title: Lines;
  subtitle: Lines;
  range: Lines;
  people: Lines;
  edition: Lines;
  legend: Lines;
  publisher: Lines;
}): ReactElement {
  return (
    <View style={{ height: title.height, paddingTop: title.height * 0.2, justifyContent: 'space-between' }}>
      <View>
        <SetLines lines={title.title} gap={14} />
        <SetLines lines={title.subtitle} gap={22} />
        <Rule width={36} height={2.5} color={title.accent} gap={18} rightToLeft={title.rightToLeft} />
        <SetLines lines={title.range} gap={18} />
        <SetLines lines={title.people} />
      </View>
      <View>
        <SetLines lines={title.publisher} gap={3} />
        <SetLines lines={title.edition} gap={title.legend.length > 0 ? 3 : 0} />
        <SetLines lines={title.legend} />
      </View>
    </View>
  );
}

/** The opening of a chapter: a rule in the accent color, its number, its title, a summary, and its range of entries. */
export function openingElement(opening: {
  label: Lines;
  title: Lines;
  range: Lines;
  summary: Lines;
  accent: string;
  drop: number;
  rightToLeft: boolean;
}): ReactElement {
  return (
    <View style={{ paddingTop: opening.drop }}>
      <Rule width={36} height={2.5} color={opening.accent} gap={12} rightToLeft={opening.rightToLeft} />
      <SetLines lines={opening.label} gap={6} />
      <SetLines lines={opening.title} gap={10} />
      <SetLines lines={opening.summary} gap={10} />
      <SetLines lines={opening.range} gap={14} />
    </View>
  );
}

/** The imprint: its paragraphs stand at the foot of the page. */
export function imprintElement(imprint: { height: number; paragraphs: readonly Lines[] }): ReactElement {
  const style = { height: imprint.height, justifyContent: 'flex-end' as const };
  return createElement(View, { style }, ...imprint.paragraphs.map((lines) => SetLines({ lines, gap: 5 })));
}

/** This is a short rule, on the side where reading begins. `gap` is the space below it. */
function Rule(rule: {
  width: number;
  height: number;
  color: string;
  gap: number;
  rightToLeft: boolean;
}): ReactElement {
  const { width, height, color, gap, rightToLeft } = rule;
  const alignSelf = rightToLeft ? 'flex-end' : 'flex-start';
  return <View style={{ width, height, backgroundColor: color, marginBottom: gap, alignSelf }} />;
}
