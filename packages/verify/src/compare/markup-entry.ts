import { linksOf } from '../content/content.ts';
import { textOf } from '../content/text-of.ts';
import { allElements, type Element, findElement, matches, rawText } from '../markup/element.ts';
import { type MarkupContext, markupContent } from '../markup/markup-content.ts';
import type { FoundEntry } from './found-entry.ts';

/** Selectors of the parts of an entry. */
export interface EntryParts {
  readonly heading: string;
  /** The question without its number; omitted where the question is the rest of the heading. */
  readonly words?: string;
  /** The element of the answer; omitted where the answer is everything that belongs to no other part. */
  readonly answer?: string;
  /** What stands between question and answer: a state, or a stamp of a book for reviewers. */
  readonly notice: string;
  /** The publisher's own fields. */
  readonly own: string;
  /** Lines that say what is known of the entry. */
  readonly fact: string;
  readonly related: string;
}

/** Reads an entry of HTML or EPUB; the caller says where it stands. `context` may depend on the heading's level. */
export function entryIn(
  section: Element,
  { heading: headings, words, answer, notice, own, fact, related }: EntryParts,
  contextOf: (heading: Element | undefined) => MarkupContext,
): Omit<FoundEntry, 'file' | 'at' | 'page'> & { readonly heading: Element | undefined } {
  const heading = findElement(section, headings);
  const context = contextOf(heading);
  const number = heading && findElement(heading, '.number');
  const question = words ? findElement(section, words)?.children : heading?.children;
  const apart = [notice, own, fact, related].join();
  const rest = section.children.filter((child) => child !== heading && !matches(child, apart));
  const notices = allElements(section, notice);
  const links = (elements: readonly Element[]): string[] => linksOf(markupContent(elements, context));
  return {
    heading,
    number: number ? rawText(number).trim() : '',
    question: textOf(markupContent(question?.filter((child) => child !== number) ?? [], context)),
    answer: markupContent(answer ? (findElement(section, answer)?.children ?? []) : rest, context),
    notice:
      notices.length === 0
        ? undefined
        : { text: textOf(markupContent(notices, context)), links: links(notices) },
    own: allElements(section, own).map(rawText).join(' '),
    facts: allElements(section, fact).map(rawText),
    related: links(allElements(section, related).slice(0, 1)),
  };
}
