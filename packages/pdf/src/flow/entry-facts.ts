import { type Fact, sayFact } from '@octavo/core/say';
import { MUTED } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { inlineRuns } from './inline.ts';
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
