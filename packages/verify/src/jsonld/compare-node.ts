import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook, ExpectedEntry } from '../expected/expected-book.ts';
import { outerLinks } from '../expected/outer-entries.ts';
import { plainAnswer } from '../expected/plain-text.ts';
import { type Expanded, isA, nodesOf, valuesOf } from './expand.ts';
import { numberOr } from './jsonld-entry.ts';
import { TERMS } from './terms.ts';

/** What a live entry's node says besides its `html`: plain text, citations, number, chapter, state. */
export function compareNode(
  findings: Findings,
  book: ExpectedBook,
  expected: ExpectedEntry,
  node: Expanded,
  file: string,
): void {
  const about = { entry: expected.number, file };
  const { entry, facets } = expected;
  const { handbook } = book;
  const { iri } = handbook;
  const [answer] = nodesOf(node, TERMS.acceptedAnswer);
  const one = (property: string, from: Expanded | undefined = node): string =>
    valuesOf(from, property).join(' ');
  findings.holds('presence', about, isA(node, TERMS.question), 'a Question', '', 'its node is no Question');
  findings.same('number', about, expected.number, one(TERMS.position), 'the position');
  findings.same('anchors', about, entry.id, one(TERMS.identifier), 'the identifier');
  findings.same(
    'answer',
    about,
    MARKUP.text(plainAnswer(entry)),
    MARKUP.text(one(TERMS.text, answer)),
    'the text',
  );
  const inside = facets.links.map((line) => line.split(' → ').at(-1) ?? '');
  const cited = [
    ...new Set([
      ...inside.filter((target) => target.startsWith('#')).map((target) => target.split('/')[0] ?? ''),
      ...outerLinks(entry),
    ]),
  ].sort();
  const citations = valuesOf(answer, TERMS.citation)
    .map((target) => numberOr(target, book))
    .sort();
  findings.sameList('links', about, cited, citations, 'the citations');
  findings.same(
    'contents',
    about,
    iri + ownPlace(handbook, `chapter/${expected.chapter}`),
    one(TERMS.isPartOf),
    'the chapter',
  );
  findings.same('notice', about, entry.status, one(TERMS.status), 'the status');
  const replacement = valuesOf(node, TERMS.replacedBy).map((target) => numberOr(target, book));
  const target = entry.replacedBy === undefined ? [] : [`#${entry.replacedBy}`];
  findings.sameList('notice', about, target, replacement, 'the replacement');
  findings.same('metadata', about, entry.fingerprint, one(TERMS.fingerprint), 'the fingerprint');
  findings.same('languages', about, handbook.language, one(TERMS.inLanguage, answer), 'the language');
}

/** A withdrawn entry is a tombstone: no Question, its question and reason kept, its replacement named. */
export function compareTombstone(
  findings: Findings,
  book: ExpectedBook,
  { number, question, entry }: ExpectedEntry,
  node: Expanded,
  file: string,
): void {
  const about = { entry: number, file };
  const is = isA(node, TERMS.tombstone) && !isA(node, TERMS.question);
  findings.holds('notice', about, is, 'a Tombstone', '', 'a withdrawn entry should be a tombstone');
  findings.same('number', about, number, valuesOf(node, TERMS.position).join(' '), 'the position');
  findings.same(
    'question',
    about,
    MARKUP.text(question),
    MARKUP.text(valuesOf(node, TERMS.name).join(' ')),
    'the name',
  );
  const summary = MARKUP.text(valuesOf(node, TERMS.summary).join(' '));
  findings.same('answer', about, MARKUP.text(plainAnswer(entry)), summary, 'the summary');
  const target = entry.replacedBy === undefined ? [] : [`#${entry.replacedBy}`];
  const found = valuesOf(node, TERMS.replacedBy).map((one) => numberOr(one, book));
  findings.sameList('notice', about, target, found, 'the replacement');
}
