import type { Handbook } from '@octavo/core';
import { imprintFacts, listed, sayTitle } from '@octavo/core/say';
import { isolated } from '../bidi.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { sayPhrasing } from '../flow/say.ts';
import type { Session } from '../flow/session.ts';
import { ROLES } from '../fonts/catalogue.ts';
import { MUTED } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';

/** Sets the imprint and the colophon. Each paragraph is one group of lines. */
export function imprintLines(
  session: Session,
  handbook: Handbook,
  stateHash: string | undefined,
  node: number,
  width: number,
): readonly (readonly SetLine[])[] {
  const { labels } = handbook;
  const style = { ...session.theme.small, color: MUTED };
  const facts = [
    { label: '', values: [sayTitle(handbook)] },
    ...imprintFacts(handbook, 'pdf', stateHash).map(({ label, values }) => ({
      label: `${label}\u2002`,
      values,
    })),
  ];
  return facts
    .map(({ label, values }) => {
      const element = session.structure.open('P', node);
      const runs = [
        ...plainRuns(session, label, { ...style, weight: 600 }, element),
        ...inlineRuns(session, sayPhrasing(listed(values)), {
          style,
          node: element,
          language: handbook.language,
        }),
      ];
      return setText(session, runs, { width, leading: style.size * 1.45, direction: handbook.direction });
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
    ...plainRuns(session, isolated(`${faces}. Octavo.`), style, element),
  ];
  return setText(session, runs, {
    width,
    leading: style.size * 1.45,
    direction: session.facts.direction,
  });
}
