import { didYouMean } from '../message/nearest.ts';
import type { Rule } from './rule.ts';

/** Every prose page that handbook.yaml lists is a file in front/ or back/. */
export const pagePresent: Rule = ({ sources, report }) => {
  for (const folder of ['front', 'back'] as const) {
    const there = [...sources.pages.keys()]
      .filter((key) => key.startsWith(`${folder}/`))
      .map((key) => key.slice(folder.length + 1));
    (sources.handbook?.data[folder] ?? []).forEach((id, at) => {
      if (there.includes(id) || sources.unread.includes(`${folder}/${id}.md`)) return;
      report({
        keys: [folder, at],
        reason: `there is no ${folder}/${id}.md${didYouMean(id, there, (found) => `"${found}"`)}`,
        actual: id,
        expected: `a file ${folder}/${id}.md`,
      });
    });
  }
};
