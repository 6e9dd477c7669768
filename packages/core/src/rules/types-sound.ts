import { didYouMean } from '../message/nearest.ts';
import { DEFAULT_TYPE } from '../model/own-types.ts';
import { withBuiltIn } from '../own-fields/resolve-types.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { Rule } from './rule.ts';

/** What handbook.yaml demands or lists is a mixin, a type or a field of types.yaml, and only a book with a types.yaml has entry types. */
export const typesSound: Rule = ({ entries, sources, report }) => {
  const { handbook, types } = sources;
  const known = Object.keys(withBuiltIn(types?.data ?? {}).mixins ?? {});
  const { requires, parts = [], chapters = [] } = handbook?.data ?? {};
  const demands: readonly (readonly [KeyPath, readonly string[] | undefined])[] = [
    [['requires'], requires],
    ...parts.map((part, at) => [['parts', at, 'requires'], part.requires] as const),
    ...chapters.map((chapter, at) => [['chapters', at, 'requires'], chapter.requires] as const),
  ];
  for (const [keys, names = []] of demands)
    for (const [at, name] of names.entries())
      if (!known.includes(name))
        report({
          path: 'handbook.yaml',
          keys: [...keys, at],
          reason: `no mixin "${name}"${didYouMean(name, known, (found) => `"${found}"`)}`,
          actual: name,
          note: 'Declare it under "mixins:" in types.yaml, or remove it here.',
        });
  const lists = (handbook?.data.lists ?? []).map((list) => (typeof list === 'string' ? undefined : list));
  for (const [at, list] of lists.entries()) {
    if (!list) continue;
    const unknown = (key: 'type' | 'by', names: readonly string[], what: string): void => {
      const name = list[key];
      if (name === undefined || names.includes(name)) return;
      report({
        keys: ['lists', at, key],
        reason: `no ${what} "${name}"${didYouMean(name, names, (found) => `"${found}"`)}`,
        actual: name,
        note: 'Declare it in types.yaml, or remove it here.',
      });
    };
    unknown('type', [DEFAULT_TYPE, ...Object.keys(types?.data.types ?? {})], 'type');
    unknown('by', Object.keys(types?.data.fields ?? {}), 'field');
    for (const key of ['id', 'title'] as const)
      if (lists.findIndex((other) => other?.[key] === list[key]) !== at)
        report({
          keys: ['lists', at, key],
          reason: `another list has the ${key} "${list[key]}"`,
          note: 'Give it another one.',
        });
  }
  for (const { file } of types ? [] : sources.taxonomies.values())
    report({
      path: file.path,
      keys: [],
      reason: 'a taxonomy serves fields, and the handbook has no types.yaml',
      note: 'Declare a field with its format in types.yaml, or remove the file.',
    });
  for (const { type, source } of types ? [] : entries)
    if (type !== undefined)
      report({
        path: source.path,
        keys: ['type'],
        reason: `the type "${type}" is not declared: the handbook has no types.yaml`,
        note: 'Declare it under "types:" in types.yaml, or remove "type:".',
      });
};
