import type { AnswerNode } from '../model/answer.ts';
import { walk } from '../model/children.ts';
import type { Rule } from './rule.ts';

const REFUSED: Partial<Record<AnswerNode['type'], string>> = {
  link: 'a link',
  crossReference: 'a link',
  image: 'an image',
  footnoteReference: 'a footnote',
  break: 'a line break',
};

/** A question is printed as a heading and in the contents: it holds no link, image, footnote or line break. */
export const questionIsPlain: Rule = {
  id: 'question-is-plain',
  check({ entries, report }) {
    for (const { question, source } of entries) {
      for (const node of walk(question)) {
        const what = REFUSED[node.type];
        if (what) report({ path: source.path, keys: ['question'], reason: `the question holds ${what}`, note: 'Move it into the answer.' });
      }
    }
  },
};
