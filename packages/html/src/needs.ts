import { indexHandbook, type Needs } from '@octavo/core';
import { fontProblems } from './fonts/font-files.ts';
import { imageProblems } from './images.ts';
import { redirects } from './redirects.ts';
import { themeProblems } from './theme.ts';

/**
 * What the website needs: every image and the style sheet that the handbook names (`image-available`,
 * `theme-available`, errors), the faces of the book where it asks for them (`font-available`, an error), and old names that can be a folder's (`alias-has-page`, a warning).
 */
export const needs: Needs = (handbook, options = {}) => [
  ...imageProblems(handbook, options),
  ...themeProblems(handbook, options),
  ...fontProblems(handbook, options),
  ...redirects({ handbook, index: indexHandbook(handbook) }).messages,
];
