/** A step of a migration: what happens to a field, or to a type, in the front matter of every entry. */
export type Step =
  | { readonly rename: string; readonly to: string }
  | { readonly renameType: string; readonly to: string }
  /** Other values, from old to new; in a list, each of its items. */
  | { readonly values: string; readonly map: Readonly<Record<string, string>> }
  /** A text becomes a list of one. */
  | { readonly toList: string }
  /** A list of one becomes a text. */
  | { readonly fromList: string }
  /** One text becomes several fields: `{amount} {currency}`. */
  | { readonly split: string; readonly by: string }
  /** Several fields become one text. */
  | { readonly join: string; readonly by: string }
  /** A value for entries that have none, of all types or of some. */
  | { readonly default: string; readonly value: unknown; readonly types?: readonly string[] }
  | { readonly remove: string };

/** The names that a template has in braces, in order, and a pattern that reads them back. */
export function templateOf(template: string): {
  readonly names: readonly string[];
  readonly pattern: RegExp;
} {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = template
    .split(/\{\w+\}/)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('(.+?)');
  return { names, pattern: new RegExp(`^${source}$`, 'su') };
}

/** The fields that a step takes from, and those that it makes. */
export function fieldsOf(step: Step): { readonly from: readonly string[]; readonly to: readonly string[] } {
  if ('rename' in step) return { from: [step.rename], to: [step.to] };
  if ('split' in step) return { from: [step.split], to: templateOf(step.by).names };
  if ('join' in step) return { from: templateOf(step.by).names, to: [step.join] };
  if ('remove' in step) return { from: [step.remove], to: [] };
  return { from: [], to: [] };
}

/** The step that undoes another; a sentence where there is none. */
export function reversed(step: Step): Step | string {
  if ('rename' in step) return { rename: step.to, to: step.rename };
  if ('renameType' in step) return { renameType: step.to, to: step.renameType };
  if ('toList' in step) return { fromList: step.toList };
  if ('fromList' in step) return { toList: step.fromList };
  if ('split' in step) return { join: step.split, by: step.by };
  if ('join' in step) return { split: step.join, by: step.by };
  if ('values' in step) {
    const map = Object.fromEntries(Object.entries(step.map).map(([old, value]) => [value, old]));
    return Object.keys(map).length === Object.keys(step.map).length
      ? { values: step.values, map }
      : `two values of "${step.values}" became one`;
  }
  return 'default' in step
    ? `it is not known which entries had no "${step.default}"`
    : `the values of "${step.remove}" are gone`;
}
