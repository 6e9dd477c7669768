import type { JsonValue } from '../model/compile.ts';
import { partOf } from '../model/map-strings.ts';
import type { Inner, Schema } from './schema-walk.ts';

/** Lists of as many items as a schema allows, one fewer and one more; with an item twice; with each item that is wrong. */
export function listCandidates(schema: Schema, { inner, isValid }: Inner): readonly JsonValue[] {
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems.map(partOf) : [];
  const rest = partOf(schema.items);
  const all = inner(rest);
  const [valid, wrong] = [
    all.filter((value) => isValid(rest, value)),
    all.filter((value) => !isValid(rest, value)),
  ];
  const head = first.map((part) => inner(part).find((value) => isValid(part, value)));
  const listOf = (length: number): readonly JsonValue[] =>
    Array.from({ length }, (_, at) => head[at] ?? itemAt(valid, at - head.length, rest)).filter(
      (value): value is JsonValue => value !== undefined,
    );
  const wanted = partOf(schema.contains);
  const contained =
    schema.contains === undefined ? [] : inner(wanted).filter((value) => isValid(wanted, value));
  const lengths = [schema.minItems, schema.maxItems].flatMap((bound) =>
    typeof bound === 'number' ? [bound, bound - 1, bound + 1] : [],
  );
  const usual = Math.max(1, head.length, typeof schema.minItems === 'number' ? schema.minItems : 0);
  const lists = [usual, usual + 1, ...lengths].filter((length) => length >= 0).map(listOf);
  const [one] = valid;
  const twice = one === undefined ? [] : [[one, one, ...listOf(usual).slice(2)]];
  return [
    ...contained.map((value) => [value, ...listOf(usual).slice(1)]),
    ...lists.filter((list) => list.length > 0),
    ...twice,
    ...wrong.map((value) => [...listOf(usual).slice(1), value]),
    [],
    'no list',
  ] as JsonValue[];
}

/** The items in turn; texts of no format go on under other names when all have been used. */
function itemAt(valid: readonly JsonValue[], at: number, schema: Schema): JsonValue | undefined {
  const item = valid[at % valid.length];
  const round = Math.floor(at / valid.length);
  return round > 0 && typeof item === 'string' && !('format' in schema) ? `${item} ${round + 1}` : item;
}
