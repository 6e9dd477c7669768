import { compareEntries } from '../compare/compare-entries.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { FormatReading, FormatRequest } from '../read-format.ts';
import { compareNode, compareTombstone } from './compare-node.ts';
import { compareRedirects } from './compare-redirects.ts';
import { compareResources } from './compare-resources.ts';
import {
  compareChapterDocuments,
  compareSnapshot,
  compareStatements,
  statementsAbout,
} from './compare-snapshot.ts';
import { type Expanded, isA, processorFor } from './expand.ts';
import { jsonldEntry } from './jsonld-entry.ts';
import { TERMS } from './terms.ts';

/** Reads the snapshot and every entry's document back with a JSON-LD processor, and compares the graphs. */
export async function readJsonld({ files, book, findings }: FormatRequest): Promise<FormatReading> {
  const { handbook } = book;
  const { iri } = handbook;
  const file = ownPlace(handbook, `${handbook.id}.jsonld`);
  const processor = processorFor(files, iri);
  const failed = (path: string, error: unknown, about: object = {}): void => {
    const reason = `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    findings.holds('file', { ...about, file: path }, false, path, '', reason);
  };
  let nodes: readonly Expanded[];
  let statements: readonly string[];
  try {
    nodes = await processor.expand(file);
    statements = await processor.statements(nodes);
  } catch (error) {
    failed(file, error);
    return { file, entries: 0, readings: [] };
  }
  const questions = nodes.filter((node) => isA(node, TERMS.question));
  const live: ExpectedBook = {
    ...book,
    entries: book.entries.filter(({ entry }) => entry.status !== 'withdrawn'),
  };
  const rules = { format: 'jsonld', normalise: MARKUP, withoutNotice: true } as const;
  compareEntries(
    findings,
    live,
    questions.map((node) => jsonldEntry(node, book, file)),
    {
      ...rules,
      file: () => file,
      place: 'snapshot',
    },
  );
  await compareSnapshot(findings, book, files, nodes, statements);
  await compareChapterDocuments(findings, book, processor);
  await compareResources(findings, book, files, processor, statements);
  const about = statementsAbout(statements);
  const found: FoundEntry[] = [];
  for (const expected of book.entries) {
    const path = `entry/${expected.number}.jsonld`;
    try {
      const document = await processor.expand(path);
      const [node] = document;
      if (!node) throw new Error('there is nothing in it');
      if (expected.entry.status === 'withdrawn') {
        compareTombstone(findings, book, expected, node, path);
        const lines = about.get(`${iri}entry/${expected.number}`) ?? [];
        const reason = 'a withdrawn entry is still in the snapshot';
        findings.holds(
          'presence',
          { entry: expected.number, file },
          lines.length === 0,
          '',
          lines[0] ?? '',
          reason,
        );
        continue;
      }
      found.push(jsonldEntry(node, book, path));
      compareNode(findings, book, expected, node, path);
      const wanted = about.get(`${iri}entry/${expected.number}`) ?? [];
      compareStatements(
        findings,
        { entry: expected.number, file: path },
        wanted,
        await processor.statements(document),
      );
    } catch (error) {
      failed(path, error, { entry: expected.number });
    }
  }
  const readings = compareEntries(findings, live, found, {
    ...rules,
    file: (number) => `entry/${number}.jsonld`,
  });
  await compareRedirects(findings, book, files, processor);
  return { file, entries: found.length, readings };
}
