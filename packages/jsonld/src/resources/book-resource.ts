import { type Contributor, type Handbook, isbnsOf } from '@octavo/core';
import type { GraphNode } from '../graph/node.ts';
import { oldVolumeIris } from '../iris.ts';
import { compactObject } from '../localised.ts';
import { editionFacts } from './edition-facts.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

/** The book: what it is, who made it, and its parts, chapters and prose pages. */
export function bookResource(handbook: Handbook, scope: Scope): Resource {
  const { iris, local } = scope;
  const { edition, identifiers, cover } = handbook;
  const pages = [...handbook.front, ...handbook.back].map((page) => iris.page(page.id));
  return {
    path: iris.book.slice(iris.root.length),
    node: {
      '@type': 'Book',
      '@id': iris.book,
      ...compactObject({
        identifier: identifiers.doi === undefined ? handbook.id : [handbook.id, `doi:${identifiers.doi}`],
        name: local.one(handbook.title),
        alternateName: local.all(handbook.subtitle === undefined ? [] : [handbook.subtitle]),
        description: handbook.description === undefined ? undefined : local.one(handbook.description),
        inLanguage: handbook.language,
        keywords: handbook.keywords,
        ...editionFacts(edition),
        url: iris.home,
        sameAs: oldVolumeIris(handbook, iris.root),
        isPartOf: iris.book === iris.work ? undefined : iris.work,
        isVersionOf: handbook.isVersionOf,
        // The context is frozen, and has no term for it.
        'http://purl.org/dc/terms/hasVersion': handbook.hasVersion?.map((iri) => ({ '@id': iri })),
        isbn: isbnsOf(identifiers).map(({ value }) => value),
        image: cover ? [iris.asset(cover.image)] : [],
        publisher: publisher(handbook, scope),
        contributor: handbook.contributors.map((given, index) => contributor(given, index, scope)),
        license: license(handbook, scope),
        copyrightNotice: handbook.copyright === undefined ? undefined : local.one(handbook.copyright),
        hasPart: [...parts(handbook, scope), ...pages],
        about: handbook.topics.length > 0 ? [iris.topics] : [],
      }),
    },
  };
}

function publisher({ publisher: given }: Handbook, { iris, local }: Scope): GraphNode | undefined {
  if (!given) return undefined;
  return {
    '@type': 'Organization',
    '@id': `${iris.book}#publisher`,
    ...compactObject({ name: local.one(given.name), url: given.url }),
  };
}

/** schema.org says who did what through a Role between the work and the person. */
function contributor(given: Contributor, index: number, { iris, local }: Scope): GraphNode {
  const id = `${iris.book}#contributor-${index + 1}`;
  const person: GraphNode = { '@type': 'Person', '@id': id, name: local.one(given.name) };
  if (given.role === undefined) return person;
  return { '@type': 'Role', '@id': `${id}-role`, roleName: local.one(given.role), contributor: [person] };
}

function license(
  { license: given }: Handbook,
  { local, license: iri }: Scope,
): GraphNode | string | undefined {
  if (!given || iri === undefined) return undefined;
  return { '@type': 'CreativeWork', '@id': iri, name: local.one(given.name) };
}

function parts(handbook: Handbook, { iris, local }: Scope): readonly (GraphNode | string)[] {
  if (handbook.parts.length === 0) return handbook.chapters.map((chapter) => iris.chapter(chapter.id));
  return handbook.parts.map((part, index) => ({
    '@type': 'CreativeWork',
    '@id': iris.part(part.id),
    position: index + 1,
    name: local.one(part.title),
    isPartOf: iris.book,
    hasPart: part.chapters.map(iris.chapter),
  }));
}
