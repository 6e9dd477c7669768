import { prosePages } from '../model/prose-pages.ts';
import { frontMatterOf } from '../read/parse-markdown.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Every entry has an answer, and every prose page and introduction a text; a withdrawn entry may be empty. */
export const answerNotEmpty: Rule = ({ entries, handbook, edition, sources, report }) => {
  const where = edition === undefined ? '' : ` in the edition "${edition}"`;
  const read = new Map(
    [...sources.entries, ...sources.pages.values()].map((source) => [source.file.path, source]),
  );
  const tell = (path: string, reason: string) => {
    // The tree of a cached file is parsed when it is examined, so it is asked for only here.
    const tree = read.get(path)?.tree;
    const end = tree && frontMatterOf(tree)?.position?.end;
    const position: RuleFinding['position'] = end && { start: end, end };
    report({ path, position, reason, expected: end ? 'text below the front matter' : 'text' });
  };
  for (const { answer, number, status, source } of entries) {
    if (answer.length === 0 && status !== 'withdrawn')
      tell(source.path, `${number || 'the entry'} has no answer${where}`);
  }
  for (const page of prosePages(handbook)) {
    if (page.body.length === 0) tell(page.source.path, `the page is empty${where}`);
  }
};
