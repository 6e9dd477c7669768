import type { Handbook } from '@octavo/core';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import type { Session } from '../flow/session.ts';
import { ROLES } from '../fonts/catalogue.ts';
import { MUTED } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import { imprintFacts } from './imprint-facts.ts';

/** The imprint and colophon: one group of set lines a paragraph. */
export function imprintLines(
  session: Session,
  handbook: Handbook,
  node: number,
  width: number,
): readonly (readonly SetLine[])[] {
  const { labels } = handbook;
  const style = { ...session.theme.small, color: MUTED };
  return imprintFacts(handbook)
    .map((fact) => {
      const element = session.structure.open('P', node);
      const runs = [
        ...(fact.label ? plainRuns(session, `${fact.label}\u2002`, { ...style, weight: 600 }, element) : []),
        ...inlineRuns(session, fact.value, { style, node: element, language: handbook.language }),
      ];
      const align = handbook.direction === 'rtl' ? 'right' : 'left';
      return setText(session, runs, {
        width,
        leading: style.size * 1.45,
        align,
        direction: handbook.direction,
        hyphenate: false,
      });
    })
    .concat([colophon(session, labels.colophon, node, width)]);
}

function colophon(session: Session, label: string, node: number, width: number): readonly SetLine[] {
  const style = { ...session.theme.small, color: MUTED };
  const element = session.structure.open('P', node);
  const faces = Object.values(ROLES)
    .map((family) => family.family)
    .join(', ');
  const runs = [
    ...plainRuns(session, `${label}\u2002`, { ...style, weight: 600 }, element),
    ...plainRuns(session, `${faces}. Octavo.`, style, element),
  ];
  return setText(session, runs, {
    width,
    leading: style.size * 1.45,
    align: 'left',
    direction: session.facts.direction,
    hyphenate: false,
  });
}
