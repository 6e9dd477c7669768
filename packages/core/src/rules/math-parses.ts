import { mathFault } from '../to-hast/math.ts';
import type { Rule } from './rule.ts';

/** Every formula is TeX that parses. */
export const mathParses: Rule = {
  id: 'math-parses',
  check({ bodies, report }) {
    for (const body of bodies) {
      for (const node of body.all) {
        if (node.type !== 'math' && node.type !== 'inlineMath') continue;
        const fault = mathFault(node.value, node.type === 'math');
        if (fault === undefined) continue;
        report({
          path: body.path,
          position: node.position,
          ...(body.keys ? { keys: body.keys } : {}),
          reason: `the formula does not parse: ${fault}`,
          actual: node.value,
          note: 'Write a dollar sign that is no formula as "\\$".',
        });
      }
    }
  },
};
