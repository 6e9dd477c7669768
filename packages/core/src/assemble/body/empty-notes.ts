import { type BodyContext, type MakeBlocks, withoutClauses } from '../body-context.ts';

/**
 * The context with the notes of which a condition leaves nothing; one that only cites such a note is one of them.
 */
export function withEmptyNotes(
  context: BodyContext,
  childBlocks: MakeBlocks,
  known: ReadonlySet<string> = new Set(),
): BodyContext {
  const { conditions, footnoteSources } = context;
  const given = { ...context, emptyNotes: known };
  if (!conditions.leavesOut) return given;
  const quiet = { ...withoutClauses(given), report: () => {} };
  const found = [...footnoteSources].filter(([, note]) => {
    const trial = { ...quiet, footnotes: new Map(), put: { ...context.put } };
    return note.children.length > 0 && childBlocks(note, trial).length === 0;
  });
  return found.length > known.size
    ? withEmptyNotes(context, childBlocks, new Set(found.map(([name]) => name)))
    : given;
}
