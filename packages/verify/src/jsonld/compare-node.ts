import { type Block, type Entry, numberKey } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import { partOfAddress } from '../content/clause-sign.ts';
import { anchorOf } from '../content/entry-anchor.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook, ExpectedEntry } from '../expected/expected-book.ts';
import { numberedParts } from '../expected/expected-parts.ts';
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
  const wanted = clauseLines(entry.answer, `${iri}entry/${numberKey(number)}#${anchorOf(number)}-`);
  own.list('lists', wanted, foundClauses(answer), 'the clauses');
  own.list('numbered', numberedLines(entry, iri), foundNumbered(answer), 'the numbered parts');
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

/** A line a clause: its IRI, place, address, label, state and words, those below it behind it. */
function clauseLines(blocks: readonly Block[], base: string): readonly string[] {
  const lines = (list: readonly Block[], place: { at: number }): readonly string[] =>
    list.flatMap((block) =>
      block.type !== 'list'
        ? []
        : block.children.flatMap((item) => {
            if (item.clause === undefined) return lines(item.children, place);
            const id = base + encodeURIComponent(partOfAddress(item.clause));
            const words = plainAnswer({ answer: item.children, footnotes: [] });
            const state = item.withdrawn ? 'withdrawn' : '';
            const heir =
              item.movedTo === undefined ? '' : base + encodeURIComponent(partOfAddress(item.movedTo));
            return [
              lineOf(id, `${++place.at}`, item.clause, item.label ?? '', state, heir, words),
              ...lines(item.children, { at: 0 }),
            ];
          }),
    );
  return lines(blocks, { at: 0 });
}

function foundClauses(node: Expanded | undefined): readonly string[] {
  const place = (clause: Expanded): number => Number(valuesOf(clause, TERMS.position)[0]);
  return [...nodesOf(node, TERMS.hasPart)]
    .filter((part) => !isA(part, TERMS.numberedPart))
    .sort((a, b) => place(a) - place(b))
    .flatMap((clause) => {
      const one = (property: string): string => valuesOf(clause, property).join(' ');
      const said = [
        TERMS.position,
        TERMS.identifier,
        TERMS.name,
        TERMS.status,
        TERMS.replacedBy,
        TERMS.text,
      ].map(one);
      return [lineOf(String(clause['@id']), ...said), ...foundClauses(clause)];
    });
}

/** A line a numbered part: its IRI, place, id, number and caption. */
function numberedLines({ answer, number }: Entry, iri: string): readonly string[] {
  return numberedParts(answer, number).map(({ anchor, id, numbered, caption }, at) =>
    lineOf(
      `${iri}entry/${numberKey(number)}#${encodeURIComponent(anchor)}`,
      `${at + 1}`,
      id,
      numbered,
      caption,
    ),
  );
}

function foundNumbered(answer: Expanded | undefined): readonly string[] {
  const said = [TERMS.position, TERMS.identifier, TERMS.name, TERMS.description];
  const lines = nodesOf(answer, TERMS.hasPart)
    .filter((part) => isA(part, TERMS.numberedPart))
    .map((part) => [String(part['@id']), ...said.map((term) => valuesOf(part, term).join(' '))]);
  return lines.sort((a, b) => Number(a[1]) - Number(b[1])).map((line) => lineOf(...line));
}

function lineOf(...parts: readonly string[]): string {
  return MARKUP.text(parts.join(' '));
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
