import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { allElements, type Element, hasClass, rawText } from '../markup/element.ts';
import type { About, Findings } from './findings.ts';
import type { Target } from './target.ts';

/** A topic's page names it and has its entries in the book's order. */
export function compareTopic(
  findings: Findings,
  about: About,
  { handbook }: ExpectedBook,
  topic: string,
  root: Element,
  target: Target,
): void {
  const facts = handbook.topics.find(({ id }) => id === topic);
  if (!facts) return;
  const heading = allElements(root).find(({ name }) => name === 'h1');
  findings.same(
    'documents',
    about,
    MARKUP.text(facts.title),
    MARKUP.text(heading ? rawText(heading) : ''),
    'the topic',
  );
  const wanted = handbook.chapters.flatMap(({ entries }) =>
    entries.filter(({ topics }) => topics.includes(topic)).map(({ number }) => `#${number}`),
  );
  const found = allElements(root)
    .filter((one) => hasClass(one, 'entry-link'))
    .map(({ attributes }) => target(attributes.href ?? ''));
  findings.sameList('documents', about, wanted, found, 'the entries of the topic');
}
