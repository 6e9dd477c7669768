import type { Rule } from './rule.ts';

/** Every entry has an answer; a withdrawn one may say nothing. */
export const answerNotEmpty: Rule = {
  id: 'answer-not-empty',
  check({ entries, handbook, report }) {
    for (const { answer, number, status, source } of entries) {
      if (answer.length > 0 || status === 'withdrawn') continue;
      report({ path: source.path, reason: `${number} has no answer`, expected: 'text below the front matter' });
    }
    for (const page of [...handbook.front, ...handbook.back]) {
      if (page.body.length === 0) report({ path: page.source.path, reason: 'the page is empty', expected: 'text below the front matter' });
    }
  },
};
