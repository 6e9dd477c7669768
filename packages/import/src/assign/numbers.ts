import { numberAtEnd, numberBehind } from '@octavo/core';
import type { Arranged, Placed } from '../model/arrangement.ts';
import { type Finding, finding } from '../model/finding.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { numberGiver } from './free-number.ts';
import type { OwnGrammar } from './own-grammar.ts';
import { sequenceFindings } from './sequence.ts';

export interface Numbered {
  /** The number of each question. */
  readonly numbers: ReadonlyMap<Placed, string>;
  /** Numbers of the source that are no longer theirs. */
  readonly old: ReadonlyMap<Placed, string>;
  /** The numbers are ours: the source had none. */
  readonly assigned: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Numbers for all questions. Those of the source are kept; where they restart in every chapter they are
 * composed with the chapter's (2.3), or given anew with `renumber`; a question without one gets the next
 * that is free, a suffix (12A) between neighbours. Gaps, repeats and disorder are reported.
 */
export function assignNumbers(chapters: readonly Arranged[], renumber: boolean): Numbered {
  const all = chapters.flatMap(({ questions }) => questions);
  const having = all.filter(({ found }) => found.number !== undefined);
  // A stray number among unnumbered questions is no numbering, unless the others can be numbered around it.
  const stray = having.length < Math.max(1, all.length * 0.3);
  if (having.length === 0 || (stray && !fitIn(all))) return counted(all, []);
  const restarts = restartsPerChapter(chapters);
  const findings = sequenceFindings(chapters, restarts);
  if (renumber) return counted(all, findings);
  const numbers = new Map<Placed, string>();
  const wanted = new Map(
    chapters.flatMap(({ questions }, chapter) =>
      questions.map((placed) => {
        const { number } = placed.found;
        return [placed, restarts && number !== undefined ? `${chapter + 1}.${number}` : number] as const;
      }),
    ),
  );
  const first = new Map<string, Placed>();
  for (const [placed, number] of wanted)
    if (number !== undefined && !first.has(number)) first.set(number, placed);
  const freeNumber = numberGiver(first.keys());
  chapters.forEach(({ questions }, chapter) => {
    let before: string | undefined;
    for (const placed of questions) {
      const number = wanted.get(placed);
      if (number !== undefined && first.get(number) === placed) before = number;
      else {
        before =
          before === undefined && restarts
            ? freeNumber(`${chapter + 1}`, true)
            : freeNumber(before, before === undefined);
        findings.push(number === undefined ? given(placed, before) : repeated(placed, number, before));
      }
      numbers.set(placed, before);
    }
  });
  return { numbers, old: oldOf(numbers), assigned: false, findings };
}

/** All questions from 1 to the end. */
function counted(all: readonly Placed[], findings: readonly Finding[]): Numbered {
  const numbers = new Map(all.map((placed, at) => [placed, String(at + 1)]));
  return { numbers, old: oldOf(numbers), assigned: true, findings };
}

/** The numbers of the source that are no longer theirs. */
function oldOf(numbers: ReadonlyMap<Placed, string>): ReadonlyMap<Placed, string> {
  return new Map(
    [...numbers].flatMap(([placed, number]) => {
      const own = placed.found.number;
      return own === undefined || own === number ? [] : [[placed, own] as const];
    }),
  );
}

function given({ found }: Placed, number: string): Finding {
  const question = excerpt(textOf(found.question), 60);
  return finding('number-given', 'info', found.place, `"${question}" has no number; it becomes ${number}`);
}

function repeated({ found }: Placed, number: string, becomes: string): Finding {
  const question = excerpt(textOf(found.question), 60);
  const reason = `${number} is there twice; "${question}" becomes ${becomes}`;
  return finding('number-repeated', 'warning', found.place, reason);
}

/** Whether numbers are as high as their places at least, and rise. */
function fitIn(all: readonly Placed[]): boolean {
  let least = 0;
  return all.every(({ found }) => {
    if (found.number === undefined) least++;
    else if (!/^\d+$/.test(found.number) || Number(found.number) <= least) return false;
    else least = Number(found.number);
    return true;
  });
}

/**
 * Numbers as they were printed, in the grammar of the source. A question without one gets one behind that of the
 * question before it. The grammar is proposed in a finding: whoever knows the book confirms it.
 */
export function assignPrinted(chapters: readonly Arranged[], { system, declared }: OwnGrammar): Numbered {
  const all = chapters.flatMap(({ questions }) => questions);
  const numbers = new Map<Placed, string>();
  const taken = new Set(all.flatMap(({ found }) => found.number ?? []));
  const findings: Finding[] = [];
  const isFree = (one: string) => !taken.has(one);
  let [before = ''] = taken;
  for (const placed of all) {
    const own = placed.found.number;
    const number =
      own ?? numberBehind(before, undefined, isFree, system) ?? numberAtEnd(before, isFree, system);
    if (number === undefined) continue;
    taken.add(number);
    numbers.set(placed, number);
    before = number;
    if (own === undefined) findings.push(given(placed, number));
  }
  const [first] = all;
  if (first)
    findings.push(
      finding(
        'numbers-declared',
        'info',
        first.found.place,
        `the numbers are such as ${[...taken].slice(0, 3).join(', ')}: they are kept as printed`,
        `handbook.yaml declares their grammar: numbers: ${JSON.stringify(declared)}. Make it as narrow as the book allows.`,
      ),
    );
  return { numbers, old: new Map(), assigned: false, findings };
}

/** Numbers that begin again in every chapter: most of the repeated ones are repeated across chapters, none within. */
function restartsPerChapter(chapters: readonly Arranged[]): boolean {
  if (chapters.length < 2) return false;
  const seen = new Map<string, number>();
  for (const { questions } of chapters) {
    for (const number of new Set(questions.map(({ found }) => found.number)))
      if (number !== undefined) seen.set(number, (seen.get(number) ?? 0) + 1);
  }
  const again = [...seen.values()].filter((count) => count > 1).length;
  const starts = chapters.filter(({ questions }) =>
    questions.some(({ found }) => found.number === '1'),
  ).length;
  return again > 0 && (starts >= 2 || again >= seen.size * 0.3);
}
