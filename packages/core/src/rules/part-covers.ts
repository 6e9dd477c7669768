import { didYouMean } from '../message/nearest.ts';
import type { Rule } from './rule.ts';

/** Where there are parts, every chapter is in exactly one of them, in reading order. */
export const partCovers: Rule = ({ handbook, report }) => {
  if (handbook.parts.length === 0) return;
  const chapters = handbook.chapters.map((chapter) => chapter.id);
  const seen: string[] = [];
  handbook.parts.forEach((part, at) => {
    part.chapters.forEach((id, position) => {
      const finding = { keys: ['parts', at, 'chapters', position], actual: id };
      if (!chapters.includes(id)) {
        report({
          ...finding,
          reason: `no chapter "${id}"${didYouMean(id, chapters, (found) => `"${found}"`)}`,
          expected: chapters,
        });
      } else if (seen.includes(id)) {
        report({
          ...finding,
          reason: `the chapter "${id}" is in two parts`,
          note: 'Remove it from one of them.',
        });
      } else if (chapters.indexOf(id) < chapters.indexOf(seen.at(-1) ?? '')) {
        report({
          ...finding,
          reason: `the chapter "${id}" stands before "${seen.at(-1)}" under chapters`,
          expected: 'the order of "chapters:"',
        });
      }
      seen.push(id);
    });
  });
  for (const id of chapters.filter((chapter) => !seen.includes(chapter))) {
    report({
      keys: ['chapters', chapters.indexOf(id)],
      reason: `the chapter "${id}" is in no part`,
      note: 'Add it to one of the parts.',
    });
  }
};
