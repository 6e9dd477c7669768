import type { AnswerNode } from '../model/answer.ts';
import { walk } from '../model/children.ts';
import { toText } from '../model/to-text.ts';
import type { Rule } from './rule.ts';

const REFUSED: Partial<Record<AnswerNode['type'], string>> = {
  link: 'a link',
  crossReference: 'a link',
  image: 'an image',
  footnoteReference: 'a footnote',
  break: 'a line break',
};

/** A question is printed as a heading and in the contents: it has words, and holds no link, image, footnote or line break. */
export const questionIsPlain: Rule = ({ entries, sources, report }) => {
  const questions = new Map(sources.entries.map(({ file, data }) => [file.path, data.question]));
  for (const { question, source } of entries) {
    const written = questions.get(source.path);
    if (written !== undefined && toText(question).trim() === '') {
      report({
        path: source.path,
        keys: ['question'],
        reason: 'the question says nothing',
        actual: written,
      });
    }
    for (const node of walk(question)) {
      const what = REFUSED[node.type];
      if (what)
        report({
          path: source.path,
          keys: ['question'],
          reason: `the question holds ${what}`,
          note: 'Move it into the answer.',
        });
    }
  }
};
