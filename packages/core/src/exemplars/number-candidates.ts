import type { JsonValue } from '../model/compile.ts';
import type { Schema } from './schema-walk.ts';

/** Numbers at the bounds of a schema, a step beside them and between; and a word. */
export function numberCandidates(schema: Schema, type: 'number' | 'integer'): readonly JsonValue[] {
  const bound = (keyword: string): number | undefined =>
    typeof schema[keyword] === 'number' ? (schema[keyword] as number) : undefined;
  const step = bound('multipleOf') ?? (type === 'integer' ? 1 : 0.5);
  const least = bound('minimum') ?? bound('exclusiveMinimum');
  const most = bound('maximum') ?? bound('exclusiveMaximum');
  const start = Math.ceil((least ?? Math.min(0, most ?? 0)) / step) * step;
  const usual = [start + step, start + 2 * step, start];
  const edges = [least, most].flatMap((edge) => (edge === undefined ? [] : [edge, edge - step, edge + step]));
  return [...usual, ...edges, start + step / 2, start + step / 3, 'many'].map((value) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  );
}
