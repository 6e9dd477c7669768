import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bookPath } from '@octavo/core';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { staticFile } from '../src/static-file.ts';
import { FAQ, KITCHEN_SINK, loadFixture } from './support/load-fixture.ts';
import { outputOf } from './support/output.ts';
import { processor } from './support/processor.ts';

const SCHEMA = 'http://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const main = fileURLToPath(import.meta.resolve('@vocabulary/schema'));
const vocabulary = readVocabulary(readFileSync(main.replace(/index\.js$/, 'schema.nq'), 'utf8'));

interface Vocabulary {
  readonly defined: ReadonlySet<string>;
  readonly superseded: ReadonlySet<string>;
  readonly domains: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ranges: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>;
}

function readVocabulary(text: string): Vocabulary {
  const defined = new Set<string>();
  const superseded = new Set<string>();
  const maps = { domainIncludes: new Map(), rangeIncludes: new Map(), subClassOf: new Map() };
  for (const line of text.split('\n')) {
    const [, subject, predicate, object] = /^<([^>]+)> <([^>]+)> <([^>]+)>/.exec(line) ?? [];
    if (!subject || !predicate || !object) continue;
    if (predicate === TYPE) defined.add(subject);
    const name = predicate.split(/[/#]/).at(-1) ?? '';
    if (name === 'supersededBy') superseded.add(subject);
    if (name in maps) {
      const map: Map<string, Set<string>> = maps[name as keyof typeof maps];
      map.set(subject, (map.get(subject) ?? new Set()).add(object));
    }
  }
  return {
    defined,
    superseded,
    domains: maps.domainIncludes,
    ranges: maps.rangeIncludes,
    parents: maps.subClassOf,
  };
}

function ancestors(type: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(type)) return seen;
  seen.add(type);
  for (const parent of vocabulary.parents.get(type) ?? []) ancestors(parent, seen);
  return seen;
}

/** Faults of the schema.org statements among N-Quads lines: unknown, superseded, out of domain or range. */
function lint(lines: Iterable<string>): readonly string[] {
  const statements = [...lines].map(
    (line) => /^(\S+) <([^>]+)> (.+?) (?:<[^>]+> |_:\S+ )?\.$/.exec(line) ?? [],
  );
  const types = new Map<string, Set<string>>();
  for (const [, subject = '', predicate, object = ''] of statements) {
    if (predicate !== TYPE || !object.startsWith(`<${SCHEMA}`)) continue;
    const all = types.get(subject) ?? new Set<string>();
    for (const type of ancestors(object.slice(1, -1))) all.add(type);
    types.set(subject, all);
  }
  const faults = new Set<string>();
  const known = (iri: string): void => {
    if (!vocabulary.defined.has(iri)) faults.add(`unknown: ${iri}`);
    else if (vocabulary.superseded.has(iri)) faults.add(`superseded: ${iri}`);
  };
  for (const [, subject = '', predicate = '', object = ''] of statements) {
    if (predicate === TYPE && object.startsWith(`<${SCHEMA}`)) known(object.slice(1, -1));
    if (!predicate.startsWith(SCHEMA)) continue;
    known(predicate);
    const own = types.get(subject);
    const role = own?.has(`${SCHEMA}Role`);
    const domain = vocabulary.domains.get(predicate);
    if (own && !role && domain && ![...domain].some((type) => own.has(type)))
      faults.add(`out of domain: ${predicate} on ${[...own]}`);
    const target = types.get(object);
    const range = vocabulary.ranges.get(predicate);
    if (target && range && !target.has(`${SCHEMA}Role`) && ![...range].some((type) => target.has(type)))
      faults.add(`out of range: ${predicate} to ${[...target]}`);
    const literals = ['Text', 'Date', 'DateTime', 'Number', 'Integer', 'Boolean'].map(
      (type) => SCHEMA + type,
    );
    if (object.startsWith('"') && range && !literals.some((type) => range.has(type)))
      faults.add(`no literal: ${predicate}`);
  }
  return [...faults];
}

describe('schema.org', () => {
  it.each([FAQ, KITCHEN_SINK])('has every term of %s, each where it belongs', async (folder) => {
    const handbook = loadFixture(folder);
    const compiled = await compile(handbook);
    const output = outputOf(compiled.files);
    expect(lint(output.text(bookPath(handbook, `${handbook.id}.nq`)).split('\n'))).toEqual([]);
    const jsonld = processor(`${handbook.iri}context/v1.jsonld`, staticFile('context-v1.jsonld'));
    for (const [key, block] of compiled.structuredData ?? []) {
      expect(lint(await jsonld.canonize(block)), key).toEqual([]);
    }
  });

  it('has every schema.org term of the context', () => {
    const context = JSON.parse(staticFile('context-v1.jsonld'))['@context'] as Record<
      string,
      string | { '@id'?: string; '@reverse'?: string }
    >;
    const iris = Object.values(context)
      .map((definition) =>
        typeof definition === 'object' ? (definition['@reverse'] ?? definition['@id']) : definition,
      )
      .filter((iri) => typeof iri === 'string' && iri.startsWith('schema:'));
    expect(iris.length).toBeGreaterThan(30);
    for (const iri of iris)
      expect(vocabulary.defined.has(SCHEMA + String(iri).slice(7)), String(iri)).toBe(true);
  });

  it('is linted by a linter that sees faults', () => {
    const q = '<https://a.example/q>';
    expect(
      lint([
        `${q} <${TYPE}> <${SCHEMA}Question> .`,
        `${q} <${SCHEMA}isRelatedTo> <https://a.example/r> .`,
        `${q} <${SCHEMA}nmae> "x" .`,
        `${q} <${SCHEMA}acceptedAnswer> "x" .`,
        `${q} <${TYPE}> <${SCHEMA}Code> .`,
      ]),
    ).toEqual([
      expect.stringContaining('out of domain: http://schema.org/isRelatedTo'),
      'unknown: http://schema.org/nmae',
      'no literal: http://schema.org/acceptedAnswer',
      'superseded: http://schema.org/Code',
    ]);
  });
});
