import type { RootContent } from 'mdast';
import { type Candidate, CLASSES, candidateOf, itemCandidates, type QuestionClass } from './candidate.ts';

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

const WEIGHTS: Readonly<Record<QuestionClass, number>> = {
  h1: 1.1,
  h2: 1.2,
  h3: 1.2,
  h4: 1.15,
  h5: 1.1,
  h6: 1.1,
  asked: 1.6,
  mark: 1.4,
  details: 1.15,
  term: 1,
  number: 1,
  bold: 1,
  item: 0.8,
  plain: 0.5,
};

interface Tally {
  n: number;
  asks: number;
  marked: number;
  numbered: number;
  filled: number;
}

/** Finds how questions are written, by the evidence of all blocks; undefined when nothing asks or is numbered. `open`: lists of questions count that nobody answered. */
export function choose(blocks: readonly RootContent[], open = false): Choice | undefined {
  const tallies = tally(blocks, open);
  let best: Choice | undefined;
  for (const cls of CLASSES) {
    const found = tallies.get(cls);
    if (!found || found.n === 0) continue;
    const asking = found.asks / found.n;
    const numbered = found.numbered / found.n;
    const evidence =
      found.asks + 0.6 * found.marked + (asking > 0.25 || found.marked > 0 ? 0.3 * found.numbered : 0);
    const share =
      cls === 'plain' || cls === 'mark' || cls === 'asked'
        ? 1
        : 0.4 + 0.6 * Math.max(asking, found.marked / found.n);
    const score = evidence * share * WEIGHTS[cls];
    if (evidence < 0.6 || (cls === 'bold' && asking < 0.2 && found.marked === 0)) continue;
    if (!best || score > best.score) best = { primary: cls, score, asking, numbered, guessed: false };
  }
  return best ?? byForm(tallies);
}

/** Nothing asks: numbered paragraphs, else folded blocks, else the headings that most text stands under. */
function byForm(tallies: ReadonlyMap<QuestionClass, Tally>): Choice | undefined {
  const of = (cls: QuestionClass) => tallies.get(cls);
  const by = (primary: QuestionClass): Choice => ({
    primary,
    score: 0,
    asking: 0,
    numbered: (of(primary)?.numbered ?? 0) / Math.max(1, of(primary)?.n ?? 1),
    guessed: true,
  });
  if ((of('number')?.n ?? 0) >= 3) return by('number');
  if ((of('term')?.n ?? 0) >= 2) return by('term');
  const headings = (['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).filter(
    (cls) => (of(cls)?.filled ?? 0) >= 2,
  );
  const [fullest] = headings.sort((a, b) => (of(b)?.filled ?? 0) - (of(a)?.filled ?? 0));
  if (fullest) return by(fullest);
  if ((of('details')?.n ?? 0) >= 1) return by('details');
  if ((of('bold')?.n ?? 0) >= 2) return by('bold');
  return undefined;
}

function tally(blocks: readonly RootContent[], open: boolean): ReadonlyMap<QuestionClass, Tally> {
  const tallies = new Map<QuestionClass, Tally>();
  const add = ({ cls, asks, marked, number }: Candidate, filled: boolean) => {
    const found = tallies.get(cls) ?? { n: 0, asks: 0, marked: 0, numbered: 0, filled: 0 };
    tallies.set(cls, {
      n: found.n + 1,
      asks: found.asks + (asks >= 0.6 ? asks : 0),
      marked: found.marked + (marked ? 1 : 0),
      numbered: found.numbered + (number ? 1 : 0),
      filled: found.filled + (filled ? 1 : 0),
    });
  };
  blocks.forEach((block, at) => {
    const next = blocks[at + 1];
    const filled = next !== undefined && next.type !== 'heading';
    if (block.type === 'list') {
      if (isQuestionList(block, next, open)) for (const item of itemCandidates(block)) add(item, true);
      return;
    }
    const found = candidateOf(block);
    if (found) add(found, filled);
  });
  return tallies;
}

/** A list whose items ask and are answered (or `open`): in the item, or by what follows a list of one. */
export function isQuestionList(
  list: Extract<RootContent, { type: 'list' }>,
  next: RootContent | undefined,
  open = false,
): boolean {
  const items = itemCandidates(list);
  const asking = items.filter((item) => item.asks >= 0.6 || item.marked).length;
  if (asking < Math.max(1, items.length * 0.6)) return false;
  const answered = items.filter((item) => item.answer.length > 0).length;
  if (open || answered >= items.length * 0.5) return true;
  return items.length === 1 && next !== undefined && next.type !== 'list' && next.type !== 'heading';
}
