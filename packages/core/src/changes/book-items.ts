import type { ItemSubject, ItemText } from '../model/change.ts';
import { contentFingerprint } from '../model/fingerprint.ts';
import type { Handbook, Page, Term, Topic } from '../model/handbook.ts';
import { pageFingerprint, termFingerprint } from '../model/item-fingerprint.ts';
import { plainWords } from './plain-words.ts';

/** All that a handbook says beside its entries, in reading order: titles, prose pages, terms, topics. */
export function bookItems(handbook: Handbook): readonly ItemText[] {
  const { parts, chapters, front, back, glossary, topics } = handbook;
  const partOf = new Map(parts.flatMap((part) => part.chapters.map((id) => [id, part.id] as const)));
  return [
    bookItem(handbook),
    ...parts.map(({ id, title }) => plainItem('part', id, title, '')),
    ...chapters.map(({ id, title, summary = '' }) => {
      const within = partOf.get(id);
      return { ...plainItem('chapter', id, title, summary), ...(within === undefined ? {} : { within }) };
    }),
    ...front.map((page) => pageItem(`front/${page.id}`, page, handbook)),
    ...back.map((page) => pageItem(`back/${page.id}`, page, handbook)),
    ...glossary.map((term) => termItem(term, handbook)),
    ...topics.map((topic) => topicItem(topic, topics)),
  ];
}

function bookItem({ id, title, subtitle, description, publisher, license, copyright }: Handbook): ItemText {
  const lines = [subtitle, description, publisher?.name, license?.name, copyright];
  return plainItem('book', id, title, lines.filter((line) => line !== undefined).join('\n'));
}

function pageItem(id: string, page: Page, handbook: Handbook): ItemText {
  const text = plainWords([...page.body, ...page.footnotes]);
  return { subject: 'page', id, title: page.title, fingerprint: pageFingerprint(page, handbook), text };
}

function termItem(term: Term, handbook: Handbook): ItemText {
  const { id, definition, also, entries } = term;
  const lines = [plainWords(definition), also.join(', '), entries.join(', ')];
  const text = lines.filter((line) => line !== '').join('\n');
  return { subject: 'term', id, title: term.term, fingerprint: termFingerprint(term, handbook), text };
}

function topicItem({ id, title, description, broader }: Topic, topics: readonly Topic[]): ItemText {
  const above = topics.find((topic) => topic.id === broader)?.title;
  const lines = [description, above].filter((line) => line !== undefined);
  return plainItem('topic', id, title, lines.join('\n'));
}

function plainItem(subject: ItemSubject, id: string, title: string, text: string): ItemText {
  return { subject, id, title, fingerprint: contentFingerprint({ title, text }, String), text };
}
