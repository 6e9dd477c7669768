import type { Rule } from './rule.ts';

/** Every code block says what language it is in (`text` for none). */
export const codeHasLanguage: Rule = {
  id: 'code-has-language',
  check({ bodies, report }) {
    for (const { path, all } of bodies) {
      for (const node of all) {
        if (node.type !== 'code' || node.lang !== undefined) continue;
        report({
          path,
          position: node.position,
          reason: 'the code has no language',
          expected: '```js, ```json, ```text, …',
        });
      }
    }
  },
};
