import { type Handbook, type OutputFile, slot } from '@octavo/core';
import { slug } from '@octavo/core/slug';
import { workFile } from '../work-files.ts';

/**
 * Makes inventory.json at the root of a work: the entries of all volumes, for handbooks that link to the
 * work. Its id is derived from the IRI, so that it is the same whichever volume was published last.
 */
export function workInventory(
  { iri, volume, title, language, edition }: Handbook,
  entries: readonly unknown[],
): OutputFile {
  const { hostname, pathname } = new URL(iri);
  const frame = {
    schemaVersion: 1,
    id: slug(decodeURI(pathname).split('/').at(-2) || hostname) || 'work',
    iri,
    title: volume?.work ?? title,
    language,
    edition: { version: edition.version, date: edition.date },
    entries: [],
  };
  const own = entries.map((entry) => JSON.stringify(entry, null, 2).replace(/^/gm, '    ')).join(',\n');
  const [before = '', after = ''] = JSON.stringify(frame, null, 2).split(/(?<="entries": \[)(?=\]\n\}$)/);
  const text = `${before}\n${slot('entries', own, ',\n')}\n  ${after}\n`;
  return workFile('inventory.json', 'application/json', text);
}
