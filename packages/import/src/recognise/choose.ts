import { groupBy } from '@octavo/core';
import type { List, RootContent } from 'mdast';
import {
  type Candidate,
  CLASSES,
  candidateOf,
  isHeading,
  itemCandidates,
  type QuestionClass,
} from './candidate.ts';

/** How the questions of a document (or of a part of it) are written. */
export interface Choice {
  readonly primary: QuestionClass;
  readonly score: number;
  /** Among the blocks of this class: the share that asks, and that has a number. */
  readonly asking: number;
  readonly numbered: number;
  /** No block asks: the class was chosen for its form. */
  readonly guessed: boolean;
}

/** How much it tells that a question is written in a way. */
const WEIGHTS: Readonly<Record<QuestionClass, number>> = {
  ...{ h1: 1.1, h2: 1.2, h3: 1.2, h4: 1.15, h5: 1.1, h6: 1.1 },
  ...{ asked: 1.6, mark: 1.4, details: 1.15, term: 1, number: 1, bold: 1, item: 0.8, plain: 0.5 },
};

interface Tally {
  readonly n: number;
  readonly asks: number;
  readonly marked: number;
  readonly numbered: number;
  readonly filled: number;
}

/** Finds how questions are written, by the evidence of all blocks; undefined when nothing asks or is numbered. `open`: lists of questions count that nobody answered. */
export function choose(blocks: readonly RootContent[], open = false): Choice | undefined {
  const tallies = tally(blocks, open);
  let best: Choice | undefined;
  for (const cls of CLASSES) {
    const found = tallies.get(cls);
    if (!found) continue;
    const asking = found.asks / found.n;
    const numbered = found.numbered / found.n;
    const counts = asking > 0.25 || found.marked > 0;
    const evidence = found.asks + 0.6 * found.marked + (counts ? 0.3 * found.numbered : 0);
    const share = /^(?:plain|mark|asked)$/.test(cls)
      ? 1
      : 0.4 + 0.6 * Math.max(asking, found.marked / found.n);
    const score = evidence * share * WEIGHTS[cls];
    if (evidence < 0.6 || (cls === 'bold' && asking < 0.2 && found.marked === 0)) continue;
    if (!best || score > best.score) best = { primary: cls, score, asking, numbered, guessed: false };
  }
  return best ?? byForm(tallies);
}

/** Nothing asks: numbered paragraphs, else terms, else the headings that most text stands under, else folded blocks or bold lines. */
function byForm(tallies: ReadonlyMap<QuestionClass, Tally>): Choice | undefined {
  const has = (cls: QuestionClass, least: number) => ((tallies.get(cls)?.n ?? 0) >= least ? cls : undefined);
  const filled = (cls: QuestionClass) => tallies.get(cls)?.filled ?? 0;
  const [fullest] = CLASSES.filter((cls) => isHeading(cls) && filled(cls) >= 2).sort(
    (a, b) => filled(b) - filled(a),
  );
  const primary = has('number', 3) ?? has('term', 2) ?? fullest ?? has('details', 1) ?? has('bold', 2);
  if (primary === undefined) return undefined;
  const { n = 1, numbered = 0 } = tallies.get(primary) ?? {};
  return { primary, score: 0, asking: 0, numbered: numbered / n, guessed: true };
}

function tally(blocks: readonly RootContent[], open: boolean): ReadonlyMap<QuestionClass, Tally> {
  const found = blocks.flatMap((block, at): { readonly one: Candidate; readonly filled: boolean }[] => {
    const next = blocks[at + 1];
    if (block.type === 'list')
      return isQuestionList(block, next, open)
        ? itemCandidates(block).map((one) => ({ one, filled: true }))
        : [];
    const one = candidateOf(block);
    return one ? [{ one, filled: next !== undefined && next.type !== 'heading' }] : [];
  });
  const groups = [...groupBy(found, ({ one }) => one.cls)];
  return new Map(
    groups.map(([cls, group]) => [
      cls,
      {
        n: group.length,
        asks: group.reduce((sum, { one }) => sum + (one.asks >= 0.6 ? one.asks : 0), 0),
        marked: group.filter(({ one }) => one.marked).length,
        numbered: group.filter(({ one }) => one.number).length,
        filled: group.filter(({ filled }) => filled).length,
      },
    ]),
  );
}

/** A list whose items ask and are answered (or `open`): in the item, or by what follows a list of one. */
export function isQuestionList(list: List, next: RootContent | undefined, open = false): boolean {
  const items = itemCandidates(list);
  const asking = items.filter((item) => item.asks >= 0.6 || item.marked).length;
  if (asking < Math.max(1, items.length * 0.6)) return false;
  const answered = items.filter((item) => item.answer.length > 0).length;
  if (open || answered >= items.length * 0.5) return true;
  return items.length === 1 && next !== undefined && next.type !== 'list' && next.type !== 'heading';
}
