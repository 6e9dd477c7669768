import type { FoundEntry, FoundNotice } from '../compare/found-entry.ts';
import { linksOf } from '../content/content.ts';
import { anchorOf } from '../content/entry-anchor.ts';
import { textOf } from '../content/text-of.ts';
import type { ExpectedEntry } from '../expected/expected-book.ts';
import { type PdfContext, pdfContent } from './pdf-content.ts';
import type { PdfDocument } from './pdf-document.ts';
import {
  pageOfElement,
  type StructChild,
  type StructElement,
  shown,
  structElements,
} from './pdf-structure.ts';

/** An entry with the page its question is printed on, from 0. */
export interface PdfEntry {
  readonly found: FoundEntry;
  readonly page: number | undefined;
  readonly section: StructElement;
}

/**
 * Returns every entry of the book in reading order: the sections that begin with a heading of level 2.
 * `expected` tells how many paragraphs after an answer state its facts, because no tag distinguishes them from
 * the answer.
 */
export function pdfEntries(
  pdf: PdfDocument,
  file: string,
  contextOf: (number: string) => PdfContext,
  expected: (number: string) => ExpectedEntry | undefined,
): readonly PdfEntry[] {
  return [...structElements(pdf.structure, /^Sect$/)].flatMap((section) => {
    const heading = section.children.find((child) => child.kind === 'element');
    return heading?.kind === 'element' && heading.type === 'H2'
      ? [entryOf(section, heading, pdf, file, contextOf, expected)]
      : [];
  });
}

function entryOf(
  section: StructElement,
  heading: StructElement,
  pdf: PdfDocument,
  file: string,
  contextOf: (number: string) => PdfContext,
  expected: (number: string) => ExpectedEntry | undefined,
): PdfEntry {
  const [number, question] = splitHeading(shown(heading), expected);
  const context = contextOf(number);
  const body = section.children.filter((child) => child !== heading);
  const { badges, facts: fields } = expected(number)?.own ?? { badges: undefined, facts: [] };
  const below = body.slice(badges === undefined ? 0 : 1);
  const notice = noticeAt(below, context);
  const said = notice ? below.filter((child) => child !== notice) : below;
  const own = [...body.slice(0, badges === undefined ? 0 : 1), ...said.slice(0, fields.length)];
  const rest = said.slice(fields.length);
  const related = relatedIn(rest, context);
  const answer = related ? rest.slice(0, -2) : rest;
  const facts = answer
    .slice(answer.length - (expected(number)?.facts.length ?? 0))
    .flatMap((child) => (child.kind === 'element' ? [shown(child)] : []));
  const page = pageOfElement(heading);
  const label = pdf.labels[page ?? -1];
  return {
    page,
    section,
    found: {
      number,
      question,
      answer: pdfContent(answer.slice(0, answer.length - facts.length), context),
      facts,
      own: textOf(pdfContent(own, context)),
      notice: notice && noticeOf(notice, context),
      related: related ? linksOf(pdfContent([related], context)).map((target) => target.slice(1)) : [],
      file,
      at: `${file}#${anchorOf(number)}`,
      ...(label === undefined ? {} : { page: label }),
    },
  };
}

/** The number and the question: a number may hold spaces, and nothing in the tags tells where it ends. */
function splitHeading(
  heading: string,
  expected: (number: string) => ExpectedEntry | undefined,
): readonly [number: string, question: string] {
  const words = heading.trim().split(/\s+/);
  const ends = words.map((_, at) => at + 1).reverse();
  const end = ends.find((at) => expected(words.slice(0, at).join(' '))) ?? 1;
  return [words.slice(0, end).join(' '), words.slice(end).join(' ')];
}

/** The paragraph before the answer that says what state the entry is in, with its word and its sentence. */
function noticeAt(body: readonly StructChild[], { labels }: PdfContext): StructElement | undefined {
  const [first] = body;
  if (first?.kind !== 'element' || first.type !== 'P') return undefined;
  const states = [
    [`${labels.withdrawn}. `, labels.withdrawnNotice],
    [`${labels.deprecated}. `, labels.deprecatedNotice],
    [`${labels.draft}. `, ''],
    [`${labels.unapproved}. `, ''],
    [labels.replacedBy.split('{entry}')[0] || `${labels.replacedBy} `, ''],
  ] as const;
  const text = shown(first).replace(/\s+/g, ' ');
  const is = states.some(([word, sentence]) => text.startsWith(word) && text.includes(sentence));
  return is ? first : undefined;
}

function noticeOf(notice: StructElement, context: PdfContext): FoundNotice {
  const content = pdfContent([notice], context);
  return {
    text: withoutStops(textOf(content), context),
    links: linksOf(content),
  };
}

/** Our own words are each a sentence here. */
function withoutStops(text: string, { labels }: PdfContext): string {
  const words = [labels.withdrawn, labels.deprecated, labels.draft, labels.unapproved];
  return words.reduce((all, word) => all.replace(`${word}.`, word), text);
}

/** Finds the list of related questions: it comes last, under our own words. */
function relatedIn(body: readonly StructChild[], { labels }: PdfContext): StructElement | undefined {
  const [caption, list] = body.slice(-2);
  const is = caption?.kind === 'element' && shown(caption).trim() === labels.related;
  return is && list?.kind === 'element' && list.type === 'L' ? list : undefined;
}
