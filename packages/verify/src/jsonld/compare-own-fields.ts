import { type Handbook, type JsonValue, numberKey } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedEntry } from '../expected/expected-book.ts';
import { itemsOf } from '../expected/own-fields.ts';
import { plainPhrasing } from '../expected/plain-text.ts';
import { type Expanded, nodesOf } from './expand.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** An entry's node says when it is in force, and has the type and every own field of the entry, under the IRIs of their properties, and no other. */
export function compareOwnFields(
  own: Case,
  { iri, types }: Handbook,
  { entry: { type, fields = [], effective } }: ExpectedEntry,
  node: Expanded,
): void {
  const days = effective ? [`${effective.from ?? '..'}/${effective.until ?? '..'}`] : [];
  own.list('metadata', days, linesOf(node, 'http://schema.org/temporalCoverage'), 'when it is in force');
  const place = `${iri}vocabulary#`;
  const wantedType = type === undefined || type === 'question' || !types ? [] : [`<${place}type-${type}>`];
  own.list('metadata', wantedType, linesOf(node, 'http://schema.org/additionalType'), 'the type');
  for (const field of types?.fields ?? []) {
    const value = fields.find(({ name }) => name === field.name);
    const texts = (value?.prose ?? []).map(plainPhrasing);
    const items = value ? itemsOf(field.schema, value.value) : [];
    const wanted = items.map(([schema, item]) => lineOf(schema.format, item, iri, texts));
    const found = linesOf(node, field.iri ?? place + field.name);
    own.list('metadata', wanted.toSorted(), found.toSorted(), `the field "${field.name}"`);
  }
}

function lineOf(format: JsonValue | undefined, value: JsonValue, iri: string, texts: string[]): string {
  const read = format === 'markdown' || format === 'entry' ? texts.shift() : undefined;
  const taxonomy = /^taxonomy\/(.+)$/.exec(String(format))?.[1];
  if (taxonomy !== undefined) return `<${iri}vocabulary#taxonomy-${taxonomy}.${value}>`;
  switch (format) {
    case 'entry':
      return `<${iri}entry/${numberKey(String(value))}>`;
    case 'topic':
      return `<${iri}topic/${value}>`;
    case 'term':
      return `<${iri}glossary#${value}>`;
    case 'uri':
      return `<${value}>`;
    case 'date':
      return `${value} ${XSD}date`;
    default:
      return MARKUP.text(read ?? plain(value));
  }
}

function linesOf(node: Expanded, property: string): readonly string[] {
  return nodesOf(node, property).map((value) => {
    const { '@id': id, '@value': given, '@type': type } = value as Readonly<Record<string, JsonValue>>;
    if (id !== undefined) return `<${id}>`;
    const text = MARKUP.text(plain(given ?? null));
    return type === `${XSD}date` ? `${text} ${type}` : text;
  });
}

/** A value as text, an object with its keys in order. */
function plain(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${key}:${plain(one)}`).join()}}`;
}
