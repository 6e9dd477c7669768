import {
  bookPath,
  DEFAULT_TYPE,
  type Handbook,
  IN_FORCE_IRI,
  type JsonValue,
  type OutputFile,
  type OwnField,
  partOf,
  type Taxonomy,
} from '@octavo/core';
import { type Iris, irisOf } from '../iris.ts';
import { propertyOf } from '../resources/own-fields.ts';
import { textBytes } from '../text-bytes.ts';

type Schema = OwnField['schema'];

const PREFIXES = `@prefix octavo: <https://octavo.dev/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

/**
 * The vocabulary of a book with types of its own, in Turtle: its entry types, the properties of its fields, and the
 * SHACL shapes that its entries keep to beside the published ones. None for any other book.
 */
export function vocabulary(handbook: Handbook): readonly OutputFile[] {
  const { types, language } = handbook;
  if (!types) return [];
  const iris = irisOf(handbook);
  const words = (text: string): string => `${JSON.stringify(text)}@${language}`;
  const named = (
    iri: string,
    kind: string,
    { title, description }: Named,
    more: readonly string[] = [],
  ): string => {
    const [label, comment] = kind.startsWith('skos:')
      ? ['skos:prefLabel', 'skos:definition']
      : ['rdfs:label', 'rdfs:comment'];
    return statement(iri, kind, [
      `${label} ${words(title)}`,
      ...(description === undefined ? [] : [`${comment} ${words(description)}`]),
      ...more,
    ]);
  };
  const content = [
    PREFIXES,
    ...types.types.flatMap((type) =>
      type.name === DEFAULT_TYPE ? [] : [named(iris.type(type.name), 'rdfs:Class', type)],
    ),
    // Another vocabulary says itself what its properties are.
    ...types.fields.flatMap((field) =>
      field.iri === undefined ? [named(iris.property(field.name), 'rdf:Property', field)] : [],
    ),
    ...types.taxonomies.flatMap((taxonomy) => concepts(taxonomy, iris, named)),
    ...shapes(handbook, iris),
  ].join('\n');
  const path = bookPath(handbook, 'vocabulary.ttl');
  return [{ path, mediaType: 'text/turtle', content: textBytes([content]) }];
}

interface Named {
  readonly title: string;
  readonly description?: string;
}

/** A taxonomy as a SKOS concept scheme. */
function concepts(
  { id: scheme, concepts: all, ...about }: Taxonomy,
  iris: Iris,
  named: (iri: string, kind: string, about: Named, more: readonly string[]) => string,
): readonly string[] {
  const to = (iri: string): string => `<${iri}>`;
  return [
    named(iris.taxonomy(scheme), 'skos:ConceptScheme', about, []),
    ...all.map(({ id, broader, exactMatch = [], broadMatch = [], ...concept }) =>
      named(iris.taxonomy(scheme, id), 'skos:Concept', concept, [
        `skos:inScheme ${to(iris.taxonomy(scheme))}`,
        ...(broader === undefined
          ? [`skos:topConceptOf ${to(iris.taxonomy(scheme))}`]
          : [`skos:broader ${to(iris.taxonomy(scheme, broader))}`]),
        ...exactMatch.map((iri) => `skos:exactMatch ${to(iri)}`),
        ...broadMatch.map((iri) => `skos:broadMatch ${to(iri)}`),
      ]),
    ),
  ];
}

function statement(subject: string, kind: string, parts: readonly string[]): string {
  return `${[`<${subject}> a ${kind}`, ...parts].join(' ;\n  ')} .\n`;
}

/** What holds of every field, of every type and of every chapter. */
function shapes({ types }: Handbook, iris: Iris): readonly string[] {
  const { fields = [], types: kinds = [], demands = [] } = types ?? {};
  const paths = new Map([
    ['effective', `sh:path <${IN_FORCE_IRI}>`],
    ['reviewBy', 'sh:path octavo:reviewBy'],
    ...fields.map((field) => [field.name, `sh:path <${propertyOf(field, { iris })}>`] as const),
  ]);
  const counts = (names: readonly string[], count: string): readonly string[] =>
    names.map((name) => `[ ${paths.get(name)} ; ${count} ]`);
  const shape = (name: string, parts: readonly string[]): string =>
    statement(`${iris.home}vocabulary#shape-${name}`, 'sh:NodeShape', [
      'sh:targetClass schema:Question',
      ...parts,
    ]);
  const unless = (name: string, condition: string, held: readonly string[]): readonly string[] =>
    held.length === 0
      ? []
      : [
          shape(name, [
            `sh:or (\n    [ sh:not ${condition} ]\n    [ sh:property ${held.join(' ,\n      ')} ] )`,
          ]),
        ];
  const elsewhere = new Set(demands.flatMap((demand) => demand.fields));
  const values = fields.map(
    ({ name, schema }) => `[ ${[paths.get(name), ...constraints(schema)].join(' ; ')} ]`,
  );
  return [
    ...(values.length === 0 ? [] : [shape('fields', [`sh:property\n    ${values.join(' ,\n    ')}`])]),
    ...kinds.flatMap(({ name, fields: own, required }) => {
      const has = name === DEFAULT_TYPE ? 'sh:maxCount 0' : `sh:hasValue <${iris.type(name)}>`;
      const foreign = fields.filter((field) => !own.includes(field.name) && !elsewhere.has(field.name));
      const none = foreign.map((field) => field.name);
      return unless(`type-${name}`, `[ sh:property [ sh:path schema:additionalType ; ${has} ] ]`, [
        ...counts(required, 'sh:minCount 1'),
        ...counts(none, 'sh:maxCount 0'),
      ]);
    }),
    ...demands.flatMap(({ chapter, required }) => {
      const inside = `[ sh:property [ sh:path schema:isPartOf ; sh:hasValue <${iris.chapter(chapter)}> ] ]`;
      return unless(`chapter-${chapter}`, inside, counts(required, 'sh:minCount 1'));
    }),
  ];
}

/** What JSON Schema asks of a value, as far as SHACL can ask it of a term. */
function constraints(schema: Schema): readonly string[] {
  const isList = schema.type === 'array';
  // The items of a tuple are of many kinds.
  const item = schema.prefixItems ? {} : isList ? partOf(schema.items) : schema;
  const most = isList ? schema.maxItems : schema.type === undefined ? undefined : 1;
  return [...(most === undefined ? [] : [`sh:maxCount ${most}`]), ...termConstraints(item)];
}

const REFERENCES = /^(?:entry|topic|term|uri|taxonomy\/.*)$/;
const LIMITS: Readonly<Record<string, string>> = {
  minimum: 'sh:minInclusive',
  maximum: 'sh:maxInclusive',
  exclusiveMinimum: 'sh:minExclusive',
  exclusiveMaximum: 'sh:maxExclusive',
};
const LENGTHS: Readonly<Record<string, string>> = { minLength: 'sh:minLength', maxLength: 'sh:maxLength' };
const DATATYPES: Readonly<Record<string, string>> = {
  string: 'sh:datatype xsd:string',
  integer: 'sh:datatype xsd:integer',
  number: 'sh:or ( [ sh:datatype xsd:integer ] [ sh:datatype xsd:decimal ] )',
  boolean: 'sh:datatype xsd:boolean',
  object: 'sh:datatype rdf:JSON',
  array: 'sh:datatype rdf:JSON',
};

function termConstraints(item: Schema): readonly string[] {
  const { type, format, pattern } = item;
  if (format === 'date') return ['sh:datatype xsd:date'];
  if (format === 'markdown') return ['sh:datatype rdf:langString'];
  if (REFERENCES.test(String(format))) return ['sh:nodeKind sh:IRI'];
  const limits = (table: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(table).flatMap(([keyword, name]) =>
      item[keyword] === undefined ? [] : [`${name} ${item[keyword]}`],
    );
  const constants = constantsOf(item).filter((value) => typeof value !== 'object');
  return [
    ...(typeof type === 'string' && DATATYPES[type] !== undefined ? [DATATYPES[type]] : []),
    ...(constants.length > 0
      ? [`sh:in ( ${constants.map((value) => JSON.stringify(value)).join(' ')} )`]
      : []),
    ...(type === 'integer' || type === 'number' ? limits(LIMITS) : []),
    ...(type === 'string' ? limits(LENGTHS) : []),
    // XPath's patterns have no groups that are not captured.
    ...(type === 'string' && typeof pattern === 'string' && !pattern.includes('(?')
      ? [`sh:pattern ${JSON.stringify(pattern)}`]
      : []),
  ];
}

function constantsOf({ enum: list, oneOf, anyOf }: Schema): readonly JsonValue[] {
  if (Array.isArray(list)) return list;
  const choices = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : [];
  const values = choices.map((choice: JsonValue) => partOf(choice).const);
  return values.every((value): value is JsonValue => value !== undefined) ? values : [];
}
