import type { JsonValue } from '../model/compile.ts';
import { textsFromPattern } from './from-pattern.ts';
import type { Schema, World } from './schema-walk.ts';
import { textOf } from './words.ts';

/** How long a text is where nothing bounds it. */
const USUAL = 32;

/** Texts of the format, the pattern and the lengths that a schema asks for, and others beside them. */
export function textCandidates(schema: Schema, { draw, formats }: World): readonly JsonValue[] {
  const { format, pattern } = schema;
  const known = typeof format === 'string' ? (formats[format] ?? []) : [];
  const wrong = typeof format === 'string' && !isReference(format) ? (formats.wrong ?? []) : [];
  const matching = typeof pattern === 'string' ? textsFromPattern(pattern, draw) : [];
  const beside = matching.flatMap((text) => [`${text}§`, text.slice(1), `§${text}`]);
  const [least, most] = [schema.minLength, schema.maxLength].map((bound) =>
    typeof bound === 'number' ? bound : undefined,
  );
  const usual = textOf(Math.min(Math.max(least ?? 0, USUAL), most ?? USUAL));
  const bounds = [least, most].flatMap((bound) =>
    bound === undefined ? [] : [bound, bound - 1, bound + 1].filter((length) => length > 0).map(textOf),
  );
  return [
    ...matching,
    ...known,
    ...(matching.length + known.length > 0 ? [] : [usual]),
    ...bounds,
    ...beside,
    ...wrong,
    ['a list'],
  ];
}

/** Whether texts of a format name something in the book. */
export function isReference(format: string): boolean {
  return /^(?:entry|topic|term|contributor|taxonomy\/.*)$/.test(format);
}
