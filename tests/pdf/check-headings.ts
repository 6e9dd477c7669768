import type { Handbook } from '@octavo/core';
import type { Fault } from './fault.ts';
import { bare, plain } from './said.ts';
import { elements, spoken } from './tag-walk.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

/** Headings nest; every chapter is a heading of level 1, every question one of level 2. */
export function checkHeadings(pdf: TaggedPdf, handbook: Handbook): Fault[] {
  const faults: Fault[] = [];
  const found = [...elements(pdf.document, /^H\d$/)];
  let last = 0;
  for (const heading of found) {
    const level = Number(heading.type.slice(1));
    if (level > last + 1)
      faults.push({
        rule: 'headings',
        reason: `“${spoken(heading).slice(0, 60)}” is ${heading.type} after H${last}`,
      });
    last = level;
  }
  const questions = handbook.chapters.flatMap((chapter) =>
    chapter.entries.map((entry) => bare(`${entry.number} ${plain(entry.question)}`)),
  );
  const chapters = new Set(handbook.chapters.map((chapter) => bare(chapter.title)));
  const own = found.filter((heading) => heading.type === 'H2').map((heading) => bare(spoken(heading)));
  const missing = questions.filter((question) => !own.includes(question));
  faults.push(
    ...missing.map(
      (question): Fault => ({ rule: 'headings', reason: `${question} is no heading of level 2` }),
    ),
  );
  for (const heading of found) if (heading.type === 'H1') chapters.delete(bare(spoken(heading)));
  faults.push(
    ...[...chapters].map(
      (title): Fault => ({ rule: 'headings', reason: `${title} is no heading of level 1` }),
    ),
  );
  return faults;
}
