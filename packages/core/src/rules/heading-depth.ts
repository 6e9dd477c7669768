import { toText } from '../model/to-text.ts';
import type { Rule } from './rule.ts';

/** Headings in an answer have text and go down one level at a time. */
export const headingDepth: Rule = ({ bodies, report }) => {
  for (const { path, all } of bodies) {
    let above = 0;
    for (const node of all) {
      if (node.type !== 'heading') continue;
      if (toText(node.children).trim() === '')
        report({
          path,
          position: node.position,
          reason: 'the heading has no text',
          note: 'Write it, or remove the "#".',
        });
      if (node.depth > above + 1) {
        report({
          path,
          position: node.position,
          reason:
            above === 0
              ? `the first heading is ${node.depth} levels below the question`
              : `the heading is ${node.depth - above} levels below the one before it`,
          expected: 'one level',
        });
      }
      above = node.depth;
    }
  }
};
