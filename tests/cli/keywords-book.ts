import { VFile } from 'vfile';

/** A book whose fields use every keyword that a value can break. */
export const TYPES: string = `fields:
  grade: { title: Grade, schema: { enum: [A, B] } }
  kind: { title: Kind, schema: { oneOf: [{ const: x, title: X }, { const: y, title: Y }] } }
  only: { title: Only, schema: { const: one } }
  name: { title: Name, schema: { type: string, minLength: 3, maxLength: 9 } }
  code: { title: Code, schema: { type: string, pattern: "^(?:[A-Z]{2}|x)-\\\\d{2,4}[^a-z]$" } }
  day: { title: Day, schema: { type: string, format: date } }
  site: { title: Site, schema: { type: string, format: uri } }
  mail: { title: Mail, schema: { type: string, format: email } }
  share: { title: Share, schema: { type: number, minimum: 0, maximum: 1 } }
  more: { title: More, schema: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 0.5 } }
  count: { title: Count, schema: { type: integer, minimum: 2 } }
  flag: { title: Flag, schema: { type: boolean } }
  list: { title: List, schema: { type: array, items: { type: string }, minItems: 2, maxItems: 3, uniqueItems: true } }
  pair: { title: Pair, schema: { type: array, prefixItems: [{ type: integer }, { type: string }], items: false, minItems: 2 } }
  some: { title: Some, schema: { type: array, items: { type: integer }, contains: { const: 7 } , examples: [[7]] } }
  price: { title: Price, schema: { type: object, additionalProperties: false, required: [sum], properties: { sum: { type: integer }, unit: { type: string }, per: { type: string } }, dependentRequired: { unit: [per] } } }
  either: { title: Either, schema: { anyOf: [{ type: integer, minimum: 5 }, { type: array, items: { type: string } }] } }
  never: { title: Never, schema: { type: string, not: { const: no } } }
types:
  record: { title: Record, fields: [grade, kind, only, name, code, day, site, mail, share, more, count, flag, list, pair, some, price, either, never], required: [grade] }
`;
const HANDBOOK = `schemaVersion: 1
id: keywords
title: Every keyword
language: en
iri: https://keywords.example/
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: all, title: All }]
`;
export const bytes = (path: string, text: string): VFile =>
  new VFile({ path, value: new TextEncoder().encode(text) });

export const KEYWORDS: readonly VFile[] = [
  bytes('handbook.yaml', HANDBOOK),
  bytes('types.yaml', TYPES),
  bytes('all/1-first.md', '---\nnumber: 1\nquestion: What is first?\ntype: record\ngrade: A\n---\n\nThis.\n'),
];
