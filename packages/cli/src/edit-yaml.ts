import { isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';

/** A stretch of a text (UTF-16 offsets) and what replaces it; everything else stays as it was written. */
export type Edit = readonly [from: number, to: number, text: string];

/** A text with its edits made; they do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort(([a], [b]) => b - a)
    .reduce((all, [from, to, by]) => all.slice(0, from) + by + all.slice(to), text);
}

/** Behind the line that holds a place. */
export function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The mapping that a YAML text is, with the places of its parts; undefined when it is none. */
export function mapOf(text: string): YAMLMap | undefined {
  const { contents } = parseDocument(text);
  return isMap(contents) ? contents : undefined;
}

/** A key of a mapping with its value, as they are written. */
export function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

/** Where the value of a pair stands in its text; undefined where nothing is written. */
export function rangeOf({ value }: Pair): readonly [start: number, end: number, behind: number] | undefined {
  return (value as { readonly range?: readonly [number, number, number] | null } | null)?.range ?? undefined;
}

/** A text as a value in YAML, in quotes where it needs them. */
export function plain(text: string): string {
  return stringify(text, { schema: 'failsafe', lineWidth: 0 }).trimEnd();
}
