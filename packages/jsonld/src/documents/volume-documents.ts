import { type Handbook, type OutputFile, slot, withoutSlots } from '@octavo/core';
import type { Iris } from '../iris.ts';
import { localiser } from '../localised.ts';
import { editionFacts } from '../resources/edition-facts.ts';
import type { Resource } from '../resources/resource.ts';
import { documentBytes, jsonLdFile } from './json-file.ts';
import { resourceDocument } from './resource-document.ts';

/**
 * Makes what a volume adds to the documents of a whole book: the work's own document at the root, which names
 * every volume, and the volume's document at each of its old addresses, where it says `sameAs`.
 */
export function volumeDocuments(
  handbook: Handbook,
  resources: readonly Resource[],
  iris: Iris,
): readonly OutputFile[] {
  const { volume, edition } = handbook;
  const own = resources.find(({ node }) => node['@id'] === iris.book);
  if (!volume || !own) return [];
  const work = {
    '@context': iris.context,
    '@type': 'Book',
    '@id': iris.work,
    identifier: iris.root,
    name: localiser(handbook.language).one(volume.work ?? handbook.title),
    inLanguage: handbook.language,
    ...editionFacts(edition),
    url: iris.root,
    hasPart: [iris.book],
  };
  const text = new TextDecoder()
    .decode(documentBytes(work))
    .replace(JSON.stringify(iris.book), (part) => slot('volumes', part, ',\n    '));
  const content = new TextEncoder().encode(withoutSlots(text));
  return [
    { ...jsonLdFile('handbook.jsonld', content), work: text },
    ...(volume.aliases ?? []).map((alias) => resourceDocument(`volume/${alias}`, own.node, iris)),
  ];
}
