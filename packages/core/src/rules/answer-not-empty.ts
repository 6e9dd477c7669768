import { frontMatterOf } from '../read/parse-markdown.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Every entry has an answer, every prose page a text; a withdrawn entry may say nothing. */
export const answerNotEmpty: Rule = {
  id: 'answer-not-empty',
  check({ entries, handbook, sources, report }) {
    const ends = new Map(
      [...sources.entries, ...sources.pages.values()].map(({ file, tree }) => [
        file.path,
        frontMatterOf(tree)?.position?.end,
      ]),
    );
    const tell = (path: string, reason: string) => {
      const end = ends.get(path);
      const position: RuleFinding['position'] = end && { start: end, end };
      report({ path, position, reason, expected: 'text below the front matter' });
    };
    for (const { answer, number, status, source } of entries) {
      if (answer.length === 0 && status !== 'withdrawn')
        tell(source.path, `${number || 'the entry'} has no answer`);
    }
    for (const page of [...handbook.front, ...handbook.back]) {
      if (page.body.length === 0) tell(page.source.path, 'the page is empty');
    }
  },
};
