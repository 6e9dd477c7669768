import type { Case } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook, ExpectedEntry } from '../expected/expected-book.ts';
import { outerLinks } from '../expected/outer-entries.ts';
import { plainAnswer } from '../expected/plain-text.ts';
import { type Expanded, isA, nodesOf, valuesOf } from './expand.ts';
import { numberOr } from './jsonld-entry.ts';
import { TERMS } from './terms.ts';

/** What a live entry's node says besides its `html`: plain text, citations, number, chapter, state. */
export function compareNode(
  own: Case,
  book: ExpectedBook,
  { entry, facets, number, chapter }: ExpectedEntry,
  node: Expanded,
): void {
  const { iri, language } = book.handbook;
  const [answer] = nodesOf(node, TERMS.acceptedAnswer);
  const one = (property: string, from: Expanded | undefined = node): string =>
    valuesOf(from, property).join(' ');
  own.holds('presence', isA(node, TERMS.question), 'a Question', '', 'its node is no Question');
  own.same('number', number, one(TERMS.position), 'the position');
  own.same('anchors', entry.id, one(TERMS.identifier), 'the identifier');
  own.text('answer', plainAnswer(entry), one(TERMS.text, answer), 'the text');
  const inside = facets.links
    .map((line) => line.split(' → ').at(-1) ?? '')
    .filter((to) => to.startsWith('#'));
  const cited = new Set([...inside.map((target) => target.split('/')[0] ?? ''), ...outerLinks(entry)]);
  const citations = valuesOf(answer, TERMS.citation).map((target) => numberOr(target, book));
  own.list('links', [...cited].sort(), citations.sort(), 'the citations');
  const place = iri + ownPlace(book.handbook, `chapter/${chapter}`);
  own.same('contents', place, one(TERMS.isPartOf), 'the chapter');
  own.same('notice', entry.status, one(TERMS.status), 'the status');
  compareReplacement(own, book, entry, node);
  own.same('metadata', entry.fingerprint, one(TERMS.fingerprint), 'the fingerprint');
  own.same('languages', language, one(TERMS.inLanguage, answer), 'the language');
}

/** A withdrawn entry is a tombstone: no Question, its question and reason kept, its replacement named. */
export function compareTombstone(
  own: Case,
  book: ExpectedBook,
  { number, question, entry }: ExpectedEntry,
  node: Expanded,
): void {
  const one = (property: string): string => valuesOf(node, property).join(' ');
  const is = isA(node, TERMS.tombstone) && !isA(node, TERMS.question);
  own.holds('notice', is, 'a Tombstone', '', 'a withdrawn entry should be a tombstone');
  own.same('number', number, one(TERMS.position), 'the position');
  own.text('question', question, one(TERMS.name), 'the name');
  own.text('answer', plainAnswer(entry), one(TERMS.summary), 'the summary');
  compareReplacement(own, book, entry, node);
}

function compareReplacement(
  own: Case,
  book: ExpectedBook,
  { replacedBy }: ExpectedEntry['entry'],
  node: Expanded,
): void {
  const found = valuesOf(node, TERMS.replacedBy).map((target) => numberOr(target, book));
  own.list('notice', replacedBy === undefined ? [] : [`#${replacedBy}`], found, 'the replacement');
}
