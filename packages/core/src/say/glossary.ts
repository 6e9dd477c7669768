import type { Handbook, Term } from '../model/documents.generated.ts';
import { byLetter, type LetterGroup } from './letters.ts';
import { type Say, sayNumbers, words } from './sentence.ts';

/** The terms of the glossary in the order of the book's language, by letter. */
export function glossaryGroups({ glossary, language }: Handbook): readonly LetterGroup<Term>[] {
  return byLetter(glossary, ({ term }) => term, language);
}

/** "Also called lakehouse, data lake"; nothing for a term of one name. */
export function sayOtherNames({ also }: Term, { labels, language }: Handbook): readonly Say[] {
  return also.length === 0 ? [] : [words(`${capital(labels.alsoCalled, language)} ${also.join(', ')}`)];
}

/** "See 618, 623"; nothing for a term that no entry explains. */
export function sayExplainedBy({ entries }: Term, { labels, language }: Handbook): readonly Say[] {
  return entries.length === 0 ? [] : [words(`${capital(labels.see, language)} `), ...sayNumbers(entries)];
}

/** As a sentence begins. */
function capital(label: string, language: string): string {
  const [first = ''] = label;
  return first.toLocaleUpperCase(language) + label.slice(first.length);
}
