import type { Rule } from './rule.ts';

/** A prose page in front/ or back/ is listed in handbook.yaml: else it would not be printed. */
export const fileKnown: Rule = ({ sources, report }) => {
  for (const [key, page] of sources.pages) {
    const [folder, id = ''] = key.split('/');
    // The folder of an introduction is a chapter's (`chapter-known`).
    if (folder !== 'front' && folder !== 'back') continue;
    if (sources.handbook?.data[folder]?.includes(id)) continue;
    report({
      path: page.file.path,
      reason: `this page is not listed under "${folder}:" in handbook.yaml and will not be printed`,
      note: `Add "${id}" to "${folder}:".`,
    });
  }
};
