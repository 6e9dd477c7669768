import { type Handbook, toText, walk } from '@octavo/core';
import type { Fault } from './fault.ts';
import { bare } from './said.ts';
import { elements, spoken } from './tag-walk.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

/** What the handbook says is in another language is tagged so. */
export function checkLanguages(pdf: TaggedPdf, handbook: Handbook): Fault[] {
  const tagged = [...elements(pdf.document)].filter((element) => element.lang);
  const nodes = handbook.chapters.flatMap((chapter) =>
    chapter.entries.flatMap((entry) => [...walk([...entry.question, ...entry.answer])]),
  );
  return nodes.flatMap((node): Fault[] => {
    if ((node.type !== 'span' && node.type !== 'paragraph') || !node.lang || node.lang === handbook.language)
      return [];
    const wanted = letters(bare(toText(node.children)));
    const found = tagged.some(
      (element) => element.lang === node.lang && letters(bare(spoken(element))).includes(wanted),
    );
    return found || wanted === ''
      ? []
      : [{ rule: 'languages', reason: `“${toText([node]).slice(0, 40)}” is not said to be ${node.lang}` }];
  });
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
