import type { Handbook, OutputFile } from '@octavo/core';
import { irisOf } from '../iris.ts';
import { resourceDocument } from './resource-document.ts';

/** A document at every old id and number of an entry, that says which entry it stands for now. */
export function aliasDocuments(handbook: Handbook): readonly OutputFile[] {
  const iris = irisOf(handbook);
  return handbook.redirects.map(({ from, to }) =>
    resourceDocument(
      `entry/${from}`,
      { '@type': 'Tombstone', '@id': iris.entry(from), formerType: 'Question', isReplacedBy: iris.entry(to) },
      iris,
    ),
  );
}
