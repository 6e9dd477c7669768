import { toText } from '../model/to-text.ts';
import type { Rule } from './rule.ts';

const QUESTION_MARK = /[?？؟⁇‽;՞፧]["'”’»›)\]\s]*$/u;

/** A question ends in a question mark (of any script). */
export const questionAsks: Rule = ({ entries, report }) => {
  for (const { question, status, source } of entries) {
    const text = toText(question).trimEnd();
    if (text === '' || status === 'withdrawn' || QUESTION_MARK.test(text)) continue;
    report({
      path: source.path,
      keys: ['question'],
      reason: 'the question does not end in a question mark',
      actual: text,
    });
  }
};
