import { numberAtEnd, numberBehind } from '@octavo/core';
import type { Arranged, Placed } from '../model/arrangement.ts';
import type { Finding } from '../model/finding.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { freeNumber } from './free-number.ts';
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
  const numbers = new Map<Placed, string>();
  const old = new Map<Placed, string>();
  // A stray number among unnumbered questions is no numbering.
  if (having.length < Math.max(1, all.length * 0.3)) {
    all.forEach((placed, at) => {
      numbers.set(placed, String(at + 1));
      if (placed.found.number !== undefined) old.set(placed, placed.found.number);
    });
    return { numbers, old, assigned: true, findings: [] };
  }
  const restarts = restartsPerChapter(chapters);
  const findings = sequenceFindings(chapters, restarts);
  if (renumber) {
    all.forEach((placed, at) => {
      numbers.set(placed, String(at + 1));
      const { number } = placed.found;
      if (number !== undefined && number !== String(at + 1)) old.set(placed, number);
    });
    return { numbers, old, assigned: true, findings };
  }
  const wanted = (placed: Placed, chapter: number) =>
    placed.found.number === undefined
      ? undefined
      : restarts
        ? `${chapter + 1}.${placed.found.number}`
        : placed.found.number;
  const taken = new Set<string>();
  const first = new Map<string, Placed>();
  chapters.forEach(({ questions }, chapter) => {
    for (const placed of questions) {
      const number = wanted(placed, chapter);
      if (number !== undefined && !first.has(number)) {
        first.set(number, placed);
        taken.add(number);
      }
    }
  });
  chapters.forEach(({ questions }, chapter) => {
    let before: string | undefined;
    for (const placed of questions) {
      const number = wanted(placed, chapter);
      const kept = number !== undefined && first.get(number) === placed;
      const given = kept
        ? number
        : freeNumber(
            before ?? (restarts ? `${chapter + 1}` : undefined),
            taken,
            restarts && before === undefined,
          );
      taken.add(given);
      numbers.set(placed, given);
      before = given;
      if (placed.found.number !== undefined && placed.found.number !== given)
        old.set(placed, placed.found.number);
      if (!kept)
        findings.push({
          kind: number === undefined ? 'number-given' : 'number-repeated',
          severity: number === undefined ? 'info' : 'warning',
          place: placed.found.place,
          reason:
            number === undefined
              ? `"${excerpt(textOf(placed.found.question), 60)}" has no number; it becomes ${given}`
              : `${number} is there twice; "${excerpt(textOf(placed.found.question), 60)}" becomes ${given}`,
        });
    }
  });
  return { numbers, old, assigned: false, findings };
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
  const [first] = taken;
  let before = first;
  for (const placed of all) {
    const { number, place, question } = placed.found;
    const isFree = (one: string) => !taken.has(one);
    const given =
      number ??
      numberBehind(before ?? '', undefined, isFree, system) ??
      numberAtEnd(before ?? '', isFree, system);
    if (given === undefined) continue;
    taken.add(given);
    numbers.set(placed, given);
    before = given;
    if (number === undefined)
      findings.push({
        kind: 'number-given',
        severity: 'info',
        place,
        reason: `"${excerpt(textOf(question), 60)}" has no number; it becomes ${given}`,
      });
  }
  const [place] = all;
  if (place)
    findings.push({
      kind: 'numbers-declared',
      severity: 'info',
      place: place.found.place,
      reason: `the numbers are such as ${[...taken].slice(0, 3).join(', ')}: they are kept as printed`,
      note: `handbook.yaml declares their grammar: numbers: ${JSON.stringify(declared)}. Make it as narrow as the book allows.`,
    });
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
  const repeated = [...seen.values()].filter((count) => count > 1).length;
  const starts = chapters.filter(({ questions }) =>
    questions.some(({ found }) => found.number === '1'),
  ).length;
  return repeated > 0 && (starts >= 2 || repeated >= seen.size * 0.3);
}
