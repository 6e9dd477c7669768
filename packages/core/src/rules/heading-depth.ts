import type { Rule } from './rule.ts';

/** Headings in an answer go down one level at a time. */
export const headingDepth: Rule = {
  id: 'heading-depth',
  check({ bodies, report }) {
    for (const { path, nodes } of bodies) {
      let above = 0;
      for (const node of nodes) {
        if (node.type !== 'heading') continue;
        if (node.depth > above + 1) {
          report({ path, position: node.position, reason: `the heading is ${node.depth - above} levels below the one above it`, expected: 'one level' });
        }
        above = node.depth;
      }
    }
  },
};
