import type { Handbook } from '@octavo/core';
import type { DisplayList } from '../display/display-list.ts';
import { childPlace, inlineContext } from '../flow/block-context.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { rootContext } from '../flow/root-context.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun } from '../text/text-run.ts';
import { finishList } from './lists.ts';

/** The glossary, in the order of the book's language. */
export function layOutGlossary(session: Session, handbook: Handbook): DisplayList {
  const { geometry, theme, structure } = session;
  const { labels } = handbook;
  const node = structure.open('Sect', -1, { title: labels.glossary });
  const context = rootContext(session, node, 'matter', 'glossary');
  const { column } = context;
  column.anchor('glossary');
  sectionTitle(labels.glossary, context);
  const list = structure.open('L', node, { numbering: 'None' });
  const collator = new Intl.Collator(handbook.language);
  const small = { ...theme.small, size: theme.small.size };
  const terms = [...handbook.glossary].sort((a, b) => collator.compare(a.term, b.term));
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
    if (term.also.length > 0)
      runs.push(
        ...plainRuns(
          session,
          ` ${sentence(labels.alsoCalled, handbook.language)} ${term.also.join(', ')}.`,
          { ...theme.body, italic: true },
          body,
        ),
      );
    if (term.entries.length > 0) {
      runs.push(...plainRuns(session, ` ${sentence(labels.see, handbook.language)}`, small, body));
      for (const [at, number] of term.entries.entries()) {
        const link = {
          type: 'crossReference',
          number,
          written: '',
          children: [{ type: 'text', value: number }],
        } as const;
        runs.push(...plainRuns(session, at > 0 ? ', ' : ' ', small, body));
        runs.push(
          ...inlineRuns(session, [link], {
            style: small,
            node: body,
            language: context.language,
            mentioned: new Set(),
          }),
        );
      }
      runs.push(...plainRuns(session, '.', small, body));
    }
    column.space(context.leading * 0.45);
    column.anchor(`term-${term.id}`);
    const align = context.direction === 'rtl' ? 'right' : 'left';
    const lines = setText(session, runs, {
      width: context.width,
      leading: context.leading,
      align,
      direction: context.direction,
      hyphenate: true,
    });
    column.addLines(lines, { x: 0, place: childPlace(context.place, index), together: lines.length < 8 });
  }
  const { depth, measure, leading, rightToLeft } = geometry;
  return finishList(
    session,
    paginate(column.pieces, {
      depth,
      measure,
      rightToLeft,
      leading,
      opening: true,
      fallback: context.place,
      notes: new Map(),
    }),
  );
}

/** With a capital, as a sentence begins. */
function sentence(words: string, language: string): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase(language) + words.slice(first.length);
}
