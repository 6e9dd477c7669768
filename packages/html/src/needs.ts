import { indexHandbook, type Needs } from '@octavo/core';
import { imageProblems } from './images.ts';
import { redirects } from './redirects.ts';
import { themeProblems } from './theme.ts';

/**
 * What the website needs: every image and the style sheet that the handbook names (`image-available`,
 * `theme-available`, errors), and old names that can be a folder's (`alias-has-page`, a warning).
 */
export const needs: Needs = (handbook, options = {}) => [
  ...imageProblems(handbook, options),
  ...themeProblems(handbook, options),
  ...redirects({ handbook, index: indexHandbook(handbook) }).messages,
];
