import { type Format, groupBy } from '@octavo/core';
import { linksOf } from '../content/content.ts';
import { type Facet, facetsOf } from '../content/facets.ts';
import type { Normalise } from '../content/normalise.ts';
import { soundLetters } from '../content/sound-letters.ts';
import type { ExpectedBook, ExpectedEntry } from '../expected/expected-book.ts';
import type { Difference, EntryReading, Subject } from '../parity.ts';
import { compareFacets } from './compare-facets.ts';
import type { Case, Findings } from './findings.ts';
import type { FoundEntry } from './found-entry.ts';

export interface EntryRules {
  readonly format: Format;
  readonly normalise: Normalise;
  /** Sides of an answer that the format does not carry (docs/normalisations.md). */
  readonly skip?: ReadonlySet<Facet>;
  /** The file to name for an entry that is missing. */
  readonly file: (number: string) => string;
  /** Set where the format says an entry's state in data, not in words. */
  readonly withoutNotice?: true;
  /** What to call the place in a message: `chapter pages`. */
  readonly place?: string;
}

/**
 * Compares the entries that were read with the handbook: each must be there once, in order, and say the same.
 */
export function compareEntries(
  findings: Findings,
  book: ExpectedBook,
  found: readonly FoundEntry[],
  rules: EntryRules,
): readonly (readonly [number: string, reading: EntryReading])[] {
  const place = rules.place === undefined ? '' : ` in the ${rules.place}`;
  const byNumber = groupBy(found, ({ number }) => number);
  for (const { number, question } of book.entries) {
    const [first, ...others] = byNumber.get(number) ?? [];
    const times = first ? `${others.length + 1} times` : '';
    const reason = first ? `the entry is there ${times}${place}` : `the entry is missing${place}`;
    findings
      .about({ entry: number, file: first?.file ?? rules.file(number) })
      .holds('presence', first !== undefined && others.length === 0, `${number} ${question}`, times, reason);
  }
  for (const { number, question, file } of found.filter((one) => !book.byNumber.has(one.number))) {
    const shown = `${number} ${question}`;
    const reason = `the handbook has no such entry: “${shown}”`;
    findings.about({ entry: number, file }).none('presence', shown, reason);
  }
  compareOrder(findings, book, found, rules);
  return found.flatMap((one) => {
    const expected = book.byNumber.get(one.number);
    return expected ? [[one.number, compareEntry(findings, expected, one, rules)] as const] : [];
  });
}

/** Reports the first entry that does not follow the one it should. */
function compareOrder(
  findings: Findings,
  book: ExpectedBook,
  found: readonly FoundEntry[],
  rules: EntryRules,
): void {
  const there = new Set(found.map((one) => one.number));
  const wanted = book.entries.map((one) => one.number).filter((number) => there.has(number));
  const is = [...new Set(found.map((one) => one.number))].filter((number) => book.byNumber.has(number));
  const at = wanted.findIndex((number, index) => number !== is[index]);
  const number = is[at] ?? '';
  const file = found.find((one) => one.number === number)?.file ?? rules.file(number);
  const near = (list: readonly string[]): string => list.slice(Math.max(0, at - 1), at + 3).join(', ');
  const reason = `the entries stand in another order: ${near(is)} instead of ${near(wanted)}`;
  findings
    .about({ ...(number === '' ? {} : { entry: number }), file })
    .holds('order', at < 0, near(wanted), near(is), reason);
}

function compareEntry(
  findings: Findings,
  expected: ExpectedEntry,
  found: FoundEntry,
  { format, normalise, skip = new Set(), withoutNotice }: EntryRules,
): EntryReading {
  const entry = findings.about({ entry: found.number, file: found.file });
  const before = findings.differences.length;
  const { text } = normalise;
  entry.same('number', expected.number, found.number);
  entry.same('question', text(expected.asked), text(found.question), 'the question');
  if (!withoutNotice) compareNotice(entry, expected, found, normalise);
  if (found.own !== undefined) {
    const { badges = '', facts } = expected.own;
    const [should, is] = [[badges, ...facts].join(' '), found.own].map(soundLetters);
    entry.same('metadata', should ?? '', is ?? '', 'its own fields (letters alone)');
  }
  if (found.facts !== undefined)
    entry.list('metadata', expected.facts.map(text), found.facts.map(text), 'what is known of it');
  const facets = facetsOf(found.answer);
  compareFacets(entry, expected.facets, facets, normalise, skip);
  if (found.related !== undefined)
    entry.list('related', expected.entry.related, found.related, 'the related questions');
  const own: readonly Difference[] = findings.differences.slice(before);
  return {
    format,
    at: found.at,
    ...(found.page === undefined ? {} : { page: found.page }),
    words: [...facets.answer, ...facets.notes].join(' ').split(/\s+/).filter(Boolean).length,
    links: linksOf(found.answer),
    differs: [...new Set<Subject>(own.map((difference) => difference.subject))],
  };
}

/**
 * A notice has its word and its sentence and leads to the replacement; an entry without a notice in the
 * handbook has none.
 */
function compareNotice(entry: Case, { notice }: ExpectedEntry, found: FoundEntry, { text }: Normalise): void {
  const is = text(found.notice?.text ?? '');
  if (!notice) {
    entry.same('notice', '', is, 'the notice');
    return;
  }
  const wanted = notice.words.map(text);
  const whole = wanted.join(' ');
  const says = wanted.every((part) => is.includes(part));
  entry.holds('notice', says, whole, is, `the notice should say “${whole}” and says “${is}”`);
  const target = notice.replacedBy === undefined ? [] : [`#${notice.replacedBy}`];
  entry.list('notice', target, found.notice?.links ?? [], 'the replacement');
}
