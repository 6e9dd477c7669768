import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { plainPhrasing } from '../expected/plain-text.ts';
import { allElements, type Element, hasClass, rawText } from '../markup/element.ts';
import type { About, Findings } from './findings.ts';

/** Where a link leads: `#618` for an entry. */
type Target = (href: string) => string;

/** A page of the glossary has every term with its definition, what it is called besides, and its entries. */
export function compareGlossary(
  findings: Findings,
  about: About,
  { handbook }: ExpectedBook,
  root: Element,
  target: Target,
): void {
  const terms = allElements(root).filter(({ name }) => name === 'dt');
  const texts = allElements(root).filter(({ name }) => name === 'dd');
  const line = (term: string, words: string, links: readonly string[]): string =>
    MARKUP.text(`${term}: ${words} ${links.join(' ')}`).toLowerCase();
  const wanted = handbook.glossary.map(({ term, definition, also, entries }) => {
    const called = also.length > 0 ? `${handbook.labels.alsoCalled} ${also.join(', ')}` : '';
    return line(
      term,
      `${plainPhrasing(definition)} ${called}`,
      entries.map((one) => `#${one}`),
    );
  });
  const found = terms.map((term, at) => {
    const text = texts[at];
    const see = text && allElements(text).find((one) => hasClass(one, 'see'));
    const words = text ? allElements(text).filter((one) => one.name === 'p' && one !== see) : [];
    const links = see ? allElements(see).filter(({ name }) => name === 'a') : [];
    return line(
      rawText(term),
      words.map(termText).join(' '),
      links.map(({ attributes }) => target(attributes.href ?? '')),
    );
  });
  findings.sameList('documents', about, sorted(wanted), sorted(found), 'the glossary');
}

function termText(element: Element): string {
  if (element.name === 'math') return element.attributes.alttext ?? '';
  if (element.name === 'img') return element.attributes.alt ?? '';
  return element.children.map((child) => (typeof child === 'string' ? child : termText(child))).join('');
}

/** A page of the index has every term, under the terms above it, with the entries it is found in. */
export function compareIndex(
  findings: Findings,
  about: About,
  { handbook }: ExpectedBook,
  root: Element,
  target: Target,
): void {
  const wanted = handbook.chapters.flatMap(({ entries }) =>
    entries.flatMap(({ number, index }) =>
      index.map((path) => `${path.map(MARKUP.text).join(' › ')} → #${number}`),
    ),
  );
  const found: string[] = [];
  visit(root, []);
  const known = new Set(wanted);
  const missing = wanted.find((one) => !found.includes(one));
  const extra = found.find((one) => !known.has(one));
  const reason = missing === undefined ? `the index has “${extra}” too much` : `the index lacks “${missing}”`;
  const same = missing === undefined && extra === undefined;
  findings.holds('documents', about, same, missing ?? '', extra ?? '', reason);

  function visit(element: Element, above: readonly string[]): void {
    const item =
      element.name === 'li' &&
      !element.children.some(
        (one) =>
          typeof one !== 'string' && one.name === 'a' && (one.attributes.href ?? '').startsWith('#_letter'),
      );
    const path = item ? [...above, termOf(element)] : above;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const to = child.name === 'a' && path.length > 0 ? target(child.attributes.href ?? '') : '';
      if (to.startsWith('#') && !hasClass(child, 'see')) found.push(`${path.join(' › ')} → ${to}`);
      visit(child, path);
    }
  }
}

/** The words of a line before its numbers and the lines under it. */
function termOf(item: Element): string {
  let words = '';
  for (const child of item.children) {
    if (typeof child !== 'string' && (child.name === 'a' || child.name === 'ul' || child.name === 'ol'))
      break;
    words += typeof child === 'string' ? child : rawText(child);
  }
  return MARKUP.text(words).replace(/,$/, '').trim();
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...lines].sort();
}

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
