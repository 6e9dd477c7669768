import {
  type Block,
  crossReferences,
  type Entry,
  IN_FORCE_IRI,
  imagesIn,
  instant,
  outerLinks,
  periodOf,
} from '@octavo/core';
import { entryPath } from '@octavo/core/say';
import type { GraphNode } from '../graph/node.ts';
import { compactObject } from '../localised.ts';
import { clauseNodes } from './clauses.ts';
import type { EntryTexts } from './entry-texts.ts';
import { numberedNodes } from './numbered-parts.ts';
import { ownProperties } from './own-fields.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

/** A live entry: a schema:Question with its one accepted answer. */
export function entryResource(entry: Entry, texts: EntryTexts, chapter: string, scope: Scope): Resource {
  const { iris, local } = scope;
  const node: GraphNode = {
    '@type': 'Question',
    '@id': iris.entry(entry.number),
    ...compactObject({
      position: entry.number,
      identifier: entry.id,
      name: local.one(texts.question),
      acceptedAnswer: answer(entry, texts, scope),
      about: entry.topics.map(iris.topic),
      keywords: entry.index.map((term) => term.join(' > ')),
      related: entry.related.filter((number) => scope.live.has(number)).map(iris.entry),
      isPartOf: iris.chapter(chapter),
      sameAs: unique(entry.aliases.map(iris.entry)).filter((iri) => iri !== iris.entry(entry.number)),
      status: entry.status,
      isReplacedBy: entry.replacedBy === undefined ? undefined : iris.entry(entry.replacedBy),
      reviewBy: entry.reviewBy === undefined ? undefined : instant(entry.reviewBy),
      origin: entry.origin && [entry.origin.source, entry.origin.location].filter(Boolean).join(', '),
      license: scope.license,
      dateModified: entry.revised === undefined ? undefined : instant(entry.revised),
      fingerprint: entry.fingerprint,
      ...(entry.effective && { [IN_FORCE_IRI]: periodOf(entry.effective) }),
      ...ownProperties(entry, scope),
    }),
  };
  return { path: entryPath(entry.number), node };
}

function answer(entry: Entry, texts: EntryTexts, scope: Scope): GraphNode {
  const nodes: readonly (Block | Entry['footnotes'][number])[] = [...entry.answer, ...entry.footnotes];
  const { iris, local } = scope;
  return {
    '@type': 'Answer',
    '@id': iris.answer(entry.number),
    ...compactObject({
      inLanguage: scope.language,
      text: local.one(texts.text),
      html: texts.html,
      citation: unique([
        ...crossReferences(nodes).map((reference) => iris.entry(reference.number)),
        ...outerLinks(nodes).map((link) => link.url),
      ]),
      hasPart: [
        ...clauseNodes(entry.answer, entry.number, scope),
        ...numberedNodes(entry.answer, entry.number, scope),
      ],
      image: unique(imagesIn(nodes).map((image) => iris.asset(image.url))),
    }),
  };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
