import { type EntryPart, type Fact, listed, sayFact } from '@octavo/core/say';
import { MUTED } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import type { EntryTitle } from './entry-title.ts';
import { inlineRuns, plainRuns } from './inline.ts';
import { sayPhrasing } from './say.ts';

/** What is known of an answer besides its words, a small line each. */
export function entryFacts(facts: readonly Fact[], context: BlockContext): void {
  const { session, column } = context;
  const style = { ...session.theme.small, color: MUTED };
  column.space(context.leading);
  for (const fact of facts) {
    const node = session.structure.open('P', context.node);
    const runs = inlineRuns(session, sayPhrasing(sayFact(fact)), inlineContext(context, node, style));
    const lines = setText(session, runs, {
      width: context.width,
      leading: context.leading,
      direction: context.direction,
    });
    const placed = lines.map((line) => ({ ...line, source: undefined }));
    column.addLines(placed, { x: context.x, place: context.place, together: true });
  }
}

/** What kind of entry it is and the fields that are badges, in a line; other fields above the answer, a line each. */
export function ownFields(
  part: Extract<EntryPart, { kind: 'badges' | 'fields' }>,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): void {
  const { session, column } = context;
  const style = session.theme.small;
  const name = { ...style, weight: 600 as const };
  const questionOf = (number: string) => titles.get(number)?.text;
  const line = (type: string, facts: readonly Fact[]) => {
    const node = session.structure.open('P', context.node);
    const runs = [
      ...(type === '' ? [] : plainRuns(session, type, name, node)),
      ...facts.flatMap(({ label, values }, at) => [
        ...plainRuns(
          session,
          `${at === 0 && type === '' ? '' : ' · '}${label} `,
          { ...style, color: MUTED },
          node,
        ),
        ...inlineRuns(session, sayPhrasing(listed(values), questionOf), inlineContext(context, node, style)),
      ]),
    ];
    const lines = setText(session, runs, {
      width: context.width,
      leading: style.size * 1.42,
      align: 'left',
      direction: context.direction,
    });
    const placed = lines.map((one) => ({ ...one, source: undefined }));
    column.addLines(placed, { x: context.x, place: context.place, together: true, keep: true });
  };
  if (part.kind === 'badges') line(part.type, part.badges);
  else for (const fact of part.facts) line('', [fact]);
  column.space(context.leading * 0.4);
}
