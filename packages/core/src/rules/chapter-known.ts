import { didYouMean } from '../message/nearest.ts';
import type { Rule } from './rule.ts';

/** Every folder that holds entries or an introduction is a chapter of handbook.yaml. */
export const chapterKnown: Rule = ({ handbook, sources, report }) => {
  if (handbook.chapters.length === 0) return;
  const chapters = handbook.chapters.map((chapter) => chapter.id);
  for (const { folder, file } of [...sources.entries, ...sources.pages.values()]) {
    if (chapters.includes(folder) || folder === 'front' || folder === 'back') continue;
    report({
      path: file.path,
      reason: `the folder "${folder}" is no chapter of handbook.yaml${didYouMean(folder, chapters, (found) => `"${found}"`)}`,
      actual: folder,
      expected: chapters,
      note: 'Add the chapter to handbook.yaml, or move the file.',
    });
  }
};
