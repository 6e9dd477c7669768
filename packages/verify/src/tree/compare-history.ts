import { numberKey } from '@octavo/core';
import type { ExpectedEntry } from '../expected/expected-book.ts';
import { flat } from './document-text.ts';
import type { DocumentFacts } from './documents.ts';
import { readText } from './tree-files.ts';

/** The document of an entry's history says, value by value, what the handbook has; without a history there is none. */
export async function compareHistory(
  { findings, files, book: { handbook } }: DocumentFacts,
  { number, entry: { history, status } }: ExpectedEntry,
): Promise<void> {
  const file = `entry/${numberKey(number)}/history.jsonld`;
  const own = findings.about({ entry: number, file });
  const text = await readText(files, file);
  const iri = `${handbook.iri}entry/${encodeURIComponent(numberKey(number))}`;
  const { events = [], omitted } = history ?? {};
  const nameOf = (version = ''): string =>
    `${iri}/history#${version.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'edition'}`;
  const versions = events.map(
    ({ version, date, kind, significance, note, replacedBy, beside, approvedBy }, at) => {
      const isAfterGap = at === 0 || (omitted && at === 1);
      const before = isAfterGap ? undefined : events.slice(0, at).findLast((one) => !one.beside);
      const replaces = before && nameOf(before.version);
      const until = events.slice(at + 1).find((one) => !one.beside)?.date ?? '..';
      const isKnown = kind !== 'withdrawn' && !(omitted && at === 0) && !beside;
      const valid = isKnown ? `${date}/${until}` : undefined;
      return {
        '@type': 'Entity',
        '@id': nameOf(version),
        bookEdition: version,
        issued: date,
        ...(note === undefined ? {} : { description: { [handbook.language.toLowerCase()]: note } }),
        ...(replacedBy === undefined
          ? {}
          : { isReplacedBy: `${handbook.iri}entry/${encodeURIComponent(numberKey(replacedBy))}` }),
        ...(replaces ? { replaces } : {}),
        ...(valid ? { 'dcterms:valid': valid, 'schema:temporalCoverage': valid } : {}),
        'octavo:changeKind': kind,
        'octavo:significance': significance,
        ...(approvedBy ? { 'octavo:approvedBy': approvedBy } : {}),
      };
    },
  );
  const wanted = {
    '@context': `${handbook.iri}context/v1.jsonld`,
    '@type': 'CreativeWork',
    '@id': iri,
    'dcterms:hasVersion': versions,
  };
  await own.read(() =>
    own.list(
      'documents',
      history && status !== 'draft' ? flat(wanted) : [],
      text === undefined ? [] : flat(JSON.parse(text)),
      file,
    ),
  );
}
