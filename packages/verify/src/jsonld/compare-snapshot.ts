import { groupBy } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { readText } from '../tree/tree-files.ts';
import { isA, valuesOf } from './expand.ts';
import { numberOr } from './jsonld-entry.ts';
import type { JsonldReading } from './jsonld-reading.ts';
import { TERMS } from './terms.ts';

/** The snapshot: its questions in order, its chapters with their parts, and the same statements as the N-Quads beside it. */
export async function compareSnapshot({
  findings,
  book,
  files,
  nodes,
  statements,
}: JsonldReading): Promise<void> {
  const { handbook } = book;
  const { iri, id } = handbook;
  const file = ownPlace(handbook, `${id}.jsonld`);
  const quadsFile = ownPlace(handbook, `${id}.nq`);
  const numberOf = (one: string): string => numberOr(one, book).slice(1);
  for (const chapter of handbook.chapters) {
    const node = nodes.find((one) => one['@id'] === iri + ownPlace(handbook, `chapter/${chapter.id}`));
    const own = findings.about({ part: `chapter ${chapter.id}`, file });
    if (!own.holds('presence', node !== undefined, chapter.title, '', 'the chapter is missing')) continue;
    own.same('contents', chapter.title, valuesOf(node, TERMS.name).join(' '), 'the title');
    const live = chapter.entries.filter((entry) => entry.status !== 'withdrawn').map((entry) => entry.number);
    const parts = valuesOf(node, TERMS.hasPart).map(numberOf);
    own.list('contents', [...live].sort(), [...parts].sort(), 'the entries of the chapter');
  }
  const bookNode = nodes.find((one) => isA(one, TERMS.book));
  const facts = [handbook.title, handbook.language, handbook.edition.version];
  const found = [TERMS.name, TERMS.inLanguage, TERMS.version].map((term) =>
    valuesOf(bookNode, term).join(' '),
  );
  const metadata = findings.about({ part: 'metadata', file });
  metadata.list('metadata', facts, found, 'title, language and edition');
  const quads = ((await readText(files, quadsFile)) ?? '').split('\n').filter(Boolean).sort();
  compareStatements(findings.about({ part: 'snapshot', file: quadsFile }), statements, quads);
}

/** Names the first statement that one of two sorted lists lacks. */
export function compareStatements(own: Case, expected: readonly string[], found: readonly string[]): void {
  const [wanted, is] = [new Set(expected), new Set(found)];
  const missing = expected.find((line) => !is.has(line));
  const extra = found.find((line) => !wanted.has(line));
  const reason =
    missing === undefined ? `a statement too many: ${extra}` : `a statement is missing: ${missing}`;
  const same = missing === undefined && extra === undefined;
  own.holds('statements', same, missing ?? '', extra ?? '', reason);
}

/** The statements about an entry and its answer, taken from the snapshot's. */
export function statementsAbout(statements: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return groupBy(statements, (line) =>
    line.slice(1, line.indexOf('>')).replace(/(\/entry\/[^#]*)#.*$/, '$1'),
  );
}

/** A chapter's own document has its entries in reading order. */
export async function compareChapterDocuments({ findings, book, processor }: JsonldReading): Promise<void> {
  const { handbook } = book;
  for (const chapter of handbook.chapters) {
    const file = ownPlace(handbook, `chapter/${chapter.id}.jsonld`);
    const own = findings.about({ part: `chapter ${chapter.id}`, file });
    const live = chapter.entries.filter((entry) => entry.status !== 'withdrawn').map((entry) => entry.number);
    await own.read(async () => {
      const [node] = await processor.expand(file);
      const parts = valuesOf(node, TERMS.hasPart).map((one) => numberOr(one, book).slice(1));
      own.list('order', live, parts, 'the entries of the chapter');
    });
  }
}
