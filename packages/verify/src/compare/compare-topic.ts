import type { Target } from '../content/entry-target.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
import { compareGroups } from './compare-groups.ts';
import type { Case } from './findings.ts';

/** A topic's page names it and has its entries in the book's order. */
export function compareTopic(
  page: Case,
  { handbook }: ExpectedBook,
  topic: string,
  root: Element,
  target: Target,
): void {
  const facts = handbook.topics.find(({ id }) => id === topic);
  if (!facts) return;
  const heading = findElement(root, 'h1');
  page.text('documents', facts.title, heading ? rawText(heading) : '', 'the topic');
  const on = handbook.chapters.flatMap(({ entries }) =>
    entries.filter(({ topics }) => topics.includes(topic)),
  );
  compareGroups(page, handbook, on, root, target);
  const wanted = on.map(({ number }) => `#${number}`);
  const found = allElements(root, '.entry-link', '.group').map(({ attributes }) =>
    target(attributes.href ?? ''),
  );
  page.list('documents', wanted, found, 'the entries of the topic');
}
