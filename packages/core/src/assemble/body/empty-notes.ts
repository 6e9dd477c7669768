import { type BodyContext, type MakeBlocks, withoutClauses } from '../body-context.ts';
import { isEmptied } from './only.ts';

/**
 * The context with the notes of which a condition leaves nothing; one that only cites such notes is one of them. Each
 * note is read once, without the marks of others: those that it then misses decide.
 */
export function withEmptyNotes(context: BodyContext, childBlocks: MakeBlocks): BodyContext {
  const { conditions, footnoteSources } = context;
  if (!conditions.leavesOut || footnoteSources.size === 0) return { ...context, emptyNotes: new Set() };
  const citing = new Map<string, string[]>();
  const missing = new Map<string, number>();
  const empty = new Set<string>();
  for (const [name, note] of footnoteSources) {
    if (note.children.length === 0 || !isEmptied(note, [], context)) continue;
    const cited = new Set<string>();
    const emptyNotes = { has: (other: string) => Boolean(cited.add(other)) };
    const put = { ...context.put };
    const trial = { ...withoutClauses(context), report: () => {}, emptyNotes, footnotes: new Map(), put };
    if (childBlocks(note, trial).length > 0) continue;
    missing.set(name, cited.size);
    for (const other of cited) citing.set(other, [...(citing.get(other) ?? []), name]);
    if (cited.size === 0) empty.add(name);
  }
  // Those found empty are behind one another in the set that is gone through.
  for (const name of empty)
    for (const other of citing.get(name) ?? []) {
      const left = (missing.get(other) ?? 0) - 1;
      missing.set(other, left);
      if (left === 0) empty.add(other);
    }
  return { ...context, emptyNotes: empty };
}
