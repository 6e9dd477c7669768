import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Fact, listed } from '../say/fact.ts';
import type { Say } from '../say/sentence.ts';

type ToHast = (sentence: readonly Say[]) => ElementContent[];

/** What kind of entry it is and the fields that are badges, in a line: "Rule", "Product Basic". */
export function badgesToHast(type: string, badges: readonly Fact[], say: ToHast): Element {
  const all = [
    ...(type === '' ? [] : [h('span.badge.type', type)]),
    ...badges.map(({ label, values }) => h('span.badge', [`${label} `, h('b', say(listed(values)))])),
  ];
  return h(
    'p.badges',
    all.flatMap((badge, at) => (at === 0 ? [badge] : [' ', badge])),
  );
}

/** The fields between question and answer as a description list: each value is one description. */
export function fieldsToHast(facts: readonly Fact[], say: ToHast): Element {
  return h(
    'dl.fields.facts-list',
    facts.flatMap(({ label, values }) => [h('dt', label), ...values.map((value) => h('dd', say(value)))]),
  );
}
