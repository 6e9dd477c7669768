import type { Rule } from './rule.ts';

/** Every image has alternative text for those who do not see it. */
export const imageHasAlternative: Rule = {
  id: 'image-has-alternative',
  check({ bodies, report }) {
    for (const { path, all } of bodies) {
      for (const image of all) {
        if (image.type !== 'image') continue;
        if (image.alt.trim() !== '') continue;
        report({
          path,
          position: image.position,
          reason: `the image "${image.url}" has no alternative text`,
          expected: '![what the image shows](…)',
        });
      }
    }
  },
};
