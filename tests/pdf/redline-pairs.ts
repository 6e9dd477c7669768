import { type AnswerNode, type Entry, type Handbook, mapNodes } from '@octavo/core';
import { redlined } from '@octavo/core/ledger';
import fc from 'fast-check';
import { expect } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { anyEditions } from './any-book.ts';
import { editionsOf } from './editions-of.ts';
import { plain } from './redline-property.ts';
import { readingOf } from './redline-reading.ts';
import { elements } from './tag-walk.ts';
import { type Element, readTagged, type TaggedPdf } from './tagged-pdf.ts';

/** Holds the redlined PDF of any two editions to the PDF of each: by its tags, every entry says the same letters. */
export async function holdRedlinedPairs(seed: number, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyEditions, fc.nat(), async (editions, choice) => {
      const [older, newer] =
        choice % 8 === 0 ? editions : ([plain(editions[0]), plain(editions[1])] as const);
      const { assets, ...pair } = editionsOf(older, newer);
      const [before, after] = [textOnly(pair.before), textOnly(pair.after)];
      const pdfOf = async (handbook: Handbook): Promise<TaggedPdf> => {
        const { files, compiled } = await compileBook('pdf', { handbook, assets });
        const [bytes] = files.values();
        if (!bytes) throw new Error(compiled.messages.map(String).join('\n'));
        return readTagged(bytes);
      };
      const [was, is, both] = [await pdfOf(before), await pdfOf(after), await pdfOf(redlined(before, after))];
      const { labels } = after;
      expect(lettersOf(readingOf(both, 'deleted', labels))).toEqual(lettersOf(is));
      const common = lettersOf(readingOf(both, 'inserted', labels)).filter(([heading]) => heading !== '');
      expect(common).toEqual(lettersOf(was));
    }),
    { seed, numRuns, endOnFailure: true },
  );
}

/** A book whose entries are questions and answers alone: facts are the newer edition's, and pages differ. */
function textOnly(handbook: Handbook): Handbook {
  const nodes = <Node extends AnswerNode>(some: readonly Node[]): readonly Node[] =>
    mapNodes(some, (node) =>
      node.type === 'crossReference'
        ? [{ type: 'link', url: `https://example.org/${node.number}`, children: node.children }]
        : [node],
    );
  const entry = ({ revised: _, replacedBy: _by, ...own }: Entry): Entry => ({
    ...own,
    related: [],
    status: 'active',
    question: nodes(own.question),
    answer: nodes(own.answer),
    footnotes: nodes(own.footnotes),
  });
  const chapters = handbook.chapters.map((chapter) => ({ ...chapter, entries: chapter.entries.map(entry) }));
  return { ...handbook, chapters, front: [], glossary: [] };
}

/** The letters of every entry: its question, its answer, and its notes in an order of their own. */
function lettersOf({ document }: TaggedPdf): readonly (readonly string[])[] {
  return [...elements(document, /^Sect$/)].flatMap((section) => {
    const [heading, ...rest] = section.children.filter((child) => child.kind === 'element');
    if (heading?.type !== 'H2') return [];
    const notes: string[] = [];
    const said = (element: Element): string => {
      if (element.alt !== undefined && element.type !== 'Lbl') return element.alt;
      if (element.type === 'Reference') return '';
      const isNote = element.type === 'Note';
      const text = element.children
        .map((child) => {
          if (child.kind !== 'element') return child.kind === 'stretch' ? child.text : '';
          return isNote && child.type === 'Lbl' ? '' : said(child);
        })
        .join('');
      if (isNote) notes.push(letters(text));
      // An item of a numbered list that stays has its newer number, as any list has that is counted.
      const isCounted = element.type === 'Lbl' && /^\s*\d+\.\s*$/.test(text);
      return isNote || isCounted ? '' : text;
    };
    const words = [said(heading), rest.map(said).join('')].map(letters);
    return [[...words, ...notes.filter((note) => note !== '').sort()]];
  });
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}
