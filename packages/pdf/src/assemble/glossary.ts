import type { Handbook } from '@octavo/core';
import { glossaryGroups, sayExplainedBy, sayOtherNames, words } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { addIn, childPlace, inlineContext, setIn } from '../flow/block-context.ts';
import { finishList } from '../flow/finish-list.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { sayPhrasing } from '../flow/say.ts';
import { openSection, sectionPages } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import type { TextRun } from '../text/text-run.ts';

/** The second line of a term and those after it are indented so far. */
export const HANG = 12;

/** Lays out the glossary, in the order of the book's language. */
export function layOutGlossary(session: Session, handbook: Handbook): DisplayList {
  const { geometry, theme, structure } = session;
  const { labels } = handbook;
  const context = openSection(session, 'matter', 'glossary', labels.glossary);
  const { column, node } = context;
  const list = structure.open('L', node, { numbering: 'Description' });
  const { small } = theme;
  const terms = glossaryGroups(handbook).flatMap(({ items }) => items);
  for (const [index, term] of terms.entries()) {
    session.at({ ...term.source, name: `term ${term.id}` });
    const item = structure.open('LI', list);
    const bold = { ...theme.body, weight: 600 };
    const runs: TextRun[] = plainRuns(
      session,
      `${term.term}  `.replace('  ', '\u2003'),
      bold,
      structure.open('Lbl', item),
    );
    const body = structure.open('LBody', item);
    runs.push(
      ...inlineRuns(session, term.definition, inlineContext({ ...context, mentioned: new Set() }, body)),
    );
    const sentences = [
      [sayOtherNames(term, handbook), { ...theme.body, italic: true }],
      [sayExplainedBy(term, handbook), small],
    ] as const;
    for (const [sentence, style] of sentences) {
      if (sentence.length === 0) continue;
      const said = sayPhrasing([words(' '), ...sentence, words('.')], () => undefined);
      const own = inlineContext({ ...context, mentioned: new Set() }, body, style);
      runs.push(...inlineRuns(session, said, own));
    }
    column.space(0);
    column.entry = term.term;
    column.anchor(`term-${term.id}`, item);
    const lines = setIn(context, runs, { width: context.width - HANG, hyphenate: true, indent: -HANG });
    addIn(context, lines, {
      x: geometry.rightToLeft ? 0 : HANG,
      place: childPlace(context.place, index),
      together: lines.length < 4,
    });
  }
  return finishList(session, sectionPages(context));
}
