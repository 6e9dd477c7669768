import { didYouMean } from '../message/nearest.ts';
import { BUILT_IN_MIXINS } from '../own-fields/type-sources.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { Rule } from './rule.ts';

/** What handbook.yaml demands is a mixin of types.yaml, and only a book with a types.yaml has entry types. */
export const typesSound: Rule = ({ entries, sources, report }) => {
  const { handbook, types } = sources;
  const known = [...Object.keys(types?.data.mixins ?? {}), ...Object.keys(BUILT_IN_MIXINS)];
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
