import { numberKey } from '@octavo/core';
import { compareEntries } from '../compare/compare-entries.ts';
import { comparePages } from '../compare/compare-prose-pages.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import { aliasKey } from '../expected/expected-book.ts';
import type { FormatReading, FormatRequest } from '../read-format.ts';
import { compareNode, compareTombstone } from './compare-node.ts';
import { compareOwnFields } from './compare-own-fields.ts';
import { compareResources } from './compare-resources.ts';
import {
  compareChapterDocuments,
  compareSnapshot,
  compareStatements,
  statementsAbout,
} from './compare-snapshot.ts';
import { isA, processorFor, valuesOf } from './expand.ts';
import { jsonldEntry, jsonldPages, numberOr } from './jsonld-entry.ts';
import type { JsonldReading } from './jsonld-reading.ts';
import { TERMS } from './terms.ts';

/** Reads the snapshot and every entry's document back with a JSON-LD processor, and compares the graphs. */
export async function readJsonld({ files, book, findings }: FormatRequest): Promise<FormatReading> {
  const { handbook } = book;
  const { iri } = handbook;
  const file = ownPlace(handbook, `${handbook.id}.jsonld`);
  const processor = processorFor(files, iri);
  const snapshot = findings.about({ file });
  const read = await snapshot.read(async () => {
    const nodes = await processor.expand(file);
    return { nodes, statements: await processor.statements(nodes) };
  });
  if (!read) return { file, entries: 0, readings: [] };
  const { nodes, statements } = read;
  const reading = { findings, book, files, processor, nodes, statements };
  const questions = nodes.filter((node) => isA(node, TERMS.question));
  const live = { ...book, entries: book.entries.filter(({ entry }) => entry.status !== 'withdrawn') };
  const rules = { format: 'jsonld', normalise: MARKUP, withoutNotice: true } as const;
  const inSnapshot = questions.map((node) => jsonldEntry(node, book, file));
  compareEntries(findings, live, inSnapshot, { ...rules, file: () => file, place: 'snapshot' });
  comparePages(findings, book, jsonldPages(nodes, book, file), { normalise: MARKUP, file });
  await compareSnapshot(reading);
  await compareChapterDocuments(reading);
  await compareResources(reading);
  const about = statementsAbout(statements);
  const found: FoundEntry[] = [];
  for (const expected of book.entries) {
    const path = `entry/${numberKey(expected.number)}.jsonld`;
    const own = findings.about({ entry: expected.number, file: path });
    await own.read(async () => {
      const document = await processor.expand(path);
      const [node] = document;
      if (!node) throw new Error('there is nothing in it');
      const lines = about.get(`${iri}entry/${numberKey(expected.number)}`) ?? [];
      if (expected.entry.status === 'withdrawn') {
        compareTombstone(own, book, expected, node);
        own.about({ file }).none('presence', lines[0], 'a withdrawn entry is still in the snapshot');
        return;
      }
      found.push(jsonldEntry(node, book, path));
      compareNode(own, book, expected, node);
      compareOwnFields(own, handbook, expected, node);
      compareStatements(own, lines, await processor.statements(document));
    });
  }
  const readings = compareEntries(findings, live, found, {
    ...rules,
    file: (number) => `entry/${numberKey(number)}.jsonld`,
  });
  await compareRedirects(reading);
  return { file, entries: found.length, readings };
}

/** An old number has a document that names the entry it stands for now. */
async function compareRedirects({ findings, book, files, processor }: JsonldReading): Promise<void> {
  const there = new Set(files.paths);
  for (const { number, entry } of book.entries)
    for (const alias of entry.aliases) {
      const key = aliasKey(alias, book.handbook);
      // A number that was spelt otherwise has kept its address.
      if (key === numberKey(number)) continue;
      const file = `entry/${key}.jsonld`;
      const own = findings.about({ entry: number, file });
      if (!own.holds('anchors', there.has(file), file, '', `there is no ${file}`)) continue;
      await own.read(async () => {
        const [node] = await processor.expand(file);
        const found = valuesOf(node, TERMS.replacedBy).map((one) => numberOr(one, book));
        own.list('anchors', [`#${number}`], found, `what ${alias} stands for`);
      });
    }
}
