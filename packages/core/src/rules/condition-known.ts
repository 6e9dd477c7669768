import { conditionFaults } from '../assemble/condition.ts';
import type { Condition } from '../model/source.generated.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { Rule } from './rule.ts';

/** Every condition under `for:` names axes and values that `conditions:` of handbook.yaml declares; `only` in a text is checked where it is read. */
export const conditionKnown: Rule = ({ sources, report }) => {
  const { handbook, entries, pages, glossary, topics, types } = sources;
  const book = handbook?.data ?? {};
  const check = (condition: Condition | undefined, path: string, ...keys: KeyPath) => {
    for (const { axis, reason, expected } of condition ? conditionFaults(condition, book) : [])
      report({ path, keys: [...keys, 'for', ...(axis === undefined ? [] : [axis])], reason, expected });
  };
  for (const key of ['parts', 'chapters', 'contributors'] as const)
    book[key]?.forEach((one, at) => {
      check(one.for, 'handbook.yaml', key, at);
    });
  for (const [name, edition] of Object.entries(book.editions ?? {}))
    check(edition.for, 'handbook.yaml', 'editions', name);
  for (const { data, file } of [...entries, ...pages.values()]) check(data.for, file.path);
  glossary?.data.terms?.forEach((term, at) => {
    check(term.for, 'glossary.yaml', 'terms', at);
  });
  for (const [name, field] of Object.entries(types?.data.fields ?? {}))
    check(field.for, 'types.yaml', 'fields', name);
  topics?.data.topics?.forEach((topic, at) => {
    check(topic.for, 'topics.yaml', 'topics', at);
  });
};
