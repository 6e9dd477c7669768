import { nearest } from '../message/nearest.ts';
import { clauseKey, clausesIn } from '../model/clause.ts';
import type { Rule } from './rule.ts';

/** Every clause under `moved` is there under its new address, and under its old one no other is. */
export const clauseMoved: Rule = ({ index, edition, sources, report }) => {
  for (const { file, data } of sources.entries) {
    if (!data.moved) continue;
    const entry = index.entries.find(({ source }) => source.path === file.path);
    if (!entry) continue;
    const clauses = new Map(clausesIn(entry.answer).map((item) => [clauseKey(item.clause), item]));
    for (const [from, to] of Object.entries(data.moved)) {
      const tell = (reason: string, note?: string) =>
        report({ path: file.path, keys: ['moved', from], reason, actual: to, note });
      const near = nearest(clauseKey(to), clauses.keys());
      // Whether it is there is asked of the whole book: an edition may leave it out.
      if (edition !== undefined && !clauses.has(clauseKey(to))) continue;
      if (!clauses.has(clauseKey(to)))
        tell(
          `there is no clause ${to} in ${entry.number}${near === undefined ? '' : `; did you mean ${clauses.get(near)?.clause}?`}`,
          'Name the address that the clause has now.',
        );
      else if (clauseKey(from) === clauseKey(to))
        tell(
          `${from} cannot move to itself`,
          'Name the address that the clause has now, or leave the line out.',
        );
      else if (clauses.get(clauseKey(from))?.withdrawn === undefined && clauses.has(clauseKey(from)))
        tell(
          `${from} moved to ${to}, and another clause is ${from} now`,
          'A label that was given up is never used again: give the new clause the next one, or one behind it, as (2a) is behind (2).',
        );
    }
  }
};
