import type { Change, ItemSubject } from '../model/change.ts';
import type { Labels } from '../model/labels.ts';

/** How a list of changes names a thing: by the number of an entry, or by what it is; then its words. */
export function changeHead(
  change: Change,
  labels: Labels,
): { readonly label: string; readonly words: string } {
  if (change.subject === 'entry') return { label: change.number, words: change.question };
  return { label: labelOf(change.subject, labels), words: change.title };
}

function labelOf(subject: ItemSubject, labels: Labels): string {
  switch (subject) {
    case 'book':
      return labels.titlePage;
    case 'part':
    case 'chapter':
      return labels.contents;
    case 'page':
      return labels.page;
    case 'term':
      return labels.glossary;
    case 'topic':
      return labels.topics;
  }
}
