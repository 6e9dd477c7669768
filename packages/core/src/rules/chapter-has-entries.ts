import type { Rule } from './rule.ts';

/** A chapter of handbook.yaml has at least one entry. */
export const chapterHasEntries: Rule = ({ handbook, sources, drafts, report }) => {
  handbook.chapters.forEach(({ id, entries }, at) => {
    const published = drafts ? entries : entries.filter((entry) => entry.status !== 'draft');
    if (published.length > 0 || sources.unread.some((path) => path.startsWith(`${id}/`))) return;
    report({
      keys: ['chapters', at],
      reason: `the chapter "${id}" has no entries${entries.length > 0 ? ' but drafts' : ''}`,
      expected: `files such as ${id}/1-first-question.md`,
    });
  });
};
