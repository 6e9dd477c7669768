import type { Rule } from './rule.ts';

/** A chapter of handbook.yaml has at least one entry. */
export const chapterHasEntries: Rule = {
  id: 'chapter-has-entries',
  check({ handbook, sources, report }) {
    handbook.chapters.forEach(({ id, entries }, at) => {
      if (entries.length > 0 || sources.unread.some((path) => path.startsWith(`${id}/`))) return;
      report({
        path: 'handbook.yaml',
        keys: ['chapters', at],
        reason: `the chapter "${id}" has no entries`,
        expected: `files such as ${id}/1-first-question.md`,
      });
    });
  },
};
