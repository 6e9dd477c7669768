import { didYouMean } from '../message/nearest.ts';
import { mapStrings } from '../model/map-strings.ts';
import type { Rule } from './rule.ts';

/** The topics, terms and contributors that own fields name are there; entries are cross-links (`reference-resolves`). */
export const fieldResolves: Rule = {
  id: 'field-resolves',
  check({ entries, handbook, index, report }) {
    const { types } = handbook;
    if (!types) return;
    const known: Readonly<Record<string, readonly string[]>> = {
      topic: [...index.topic.keys()],
      term: handbook.glossary.map(({ id }) => id),
      contributor: handbook.contributors.map(({ name }) => name),
    };
    for (const { fields = [], source } of entries) {
      for (const { name, value } of fields) {
        const field = types.fields.find((one) => one.name === name);
        if (!field) continue;
        mapStrings(field.schema, value, (format = '', text) => {
          const names = known[format];
          if (names && !names.includes(text))
            report({
              path: source.path,
              keys: [name],
              reason: `"${name}" names no ${format}: "${text}"${didYouMean(text, names, (found) => `"${found}"`)}`,
              actual: text,
            });
          return text;
        });
      }
    }
  },
};
