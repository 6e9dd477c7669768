import { type EntryPart, type Fact, listed, sayFact } from '@octavo/core/say';
import { MUTED } from '../page/theme.ts';
import type { TextRun } from '../text/text-run.ts';
import { addIn, type BlockContext, inlineContext, setIn } from './block-context.ts';
import type { EntryTitle } from './entry-title.ts';
import { inlineRuns, plainRuns } from './inline.ts';
import { sayPhrasing } from './say.ts';

type Titles = ReadonlyMap<string, EntryTitle>;

/** What is known of an answer besides its words, a small line each. `titles`: of the entries it names. */
export function entryFacts(facts: readonly Fact[], context: BlockContext, titles: Titles): void {
  const { session, column, leading } = context;
  const style = { ...session.theme.small, color: MUTED };
  column.space(leading);
  for (const fact of facts)
    factLine(context, {}, (node) => {
      const said = sayPhrasing(sayFact(fact), (number) => titles.get(number)?.text);
      return inlineRuns(session, said, inlineContext(context, node, style));
    });
}

/** What kind of entry it is and the fields that are badges, in a line; other fields above the answer, a line each. */
export function ownFields(
  part: Extract<EntryPart, { kind: 'badges' | 'fields' }>,
  context: BlockContext,
  titles: Titles,
): void {
  const { session, column } = context;
  const style = session.theme.small;
  const label = { ...style, color: MUTED };
  const line = (type: string, facts: readonly Fact[]) =>
    factLine(context, { leading: style.size * 1.42, align: 'left', keep: true }, (node) => [
      ...(type === '' ? [] : plainRuns(session, type, { ...style, weight: 600 }, node)),
      ...facts.flatMap((fact, at) => {
        const before = at === 0 && type === '' ? '' : ' · ';
        const said = sayPhrasing(listed(fact.values), (number) => titles.get(number)?.text);
        return [
          ...plainRuns(session, `${before}${fact.label} `, label, node),
          ...inlineRuns(session, said, inlineContext(context, node, style)),
        ];
      }),
    ]);
  if (part.kind === 'badges') line(part.type, part.badges);
  else for (const fact of part.facts) line('', [fact]);
  column.space(context.leading * 0.4);
}

/** One paragraph of its own. `keep`: what follows stays on its page. */
function factLine(
  context: BlockContext,
  {
    keep = false,
    ...settings
  }: { readonly leading?: number; readonly align?: 'left'; readonly keep?: boolean },
  runs: (node: BlockContext['node']) => readonly TextRun[],
): void {
  const own = context.session.structure.open('P', context.node);
  addIn(context, setIn(context, runs(own), settings), { onePlace: true, together: true, keep });
}
