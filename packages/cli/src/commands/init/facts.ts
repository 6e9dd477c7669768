import { slug } from '@octavo/core/slug';
import { misuse } from '../../exit-code.ts';
import { VERSION } from '../../version.ts';

/** What a new handbook is told about itself: the words that fill the gaps in the starter's files. */
export interface Facts {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly iri: string;
  readonly date: string;
  readonly octavo: string;
  readonly languageNote: string;
}

interface Asked {
  readonly folder: string;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly iri: string | undefined;
  readonly date: string;
}

/**
 * Collects the facts for a handbook in a folder of the given name, with a default for every fact that was not
 * given; or says what is wrong with those that were.
 */
export function factsOf({ folder, title, language = 'en', iri, date }: Asked): Facts {
  const id = slug(title ?? folder) || slug(folder) || 'handbook';
  const named = title ?? titleOf(folder);
  if (named.trim() === '' || /\p{Cc}/u.test(named)) misuse('--title is one line of text that is not blank');
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(language) || !isLanguage(language))
    misuse(`--language cannot be "${language}"`, 'A BCP 47 tag such as en, pt-BR or zh-Hant.');
  const address = iri ?? `https://example.org/${id}/`;
  if (!/^https?:\/\/[^\s<>"{}|\\^`?#]+\/$/.test(address) || !URL.canParse(address))
    misuse(`--iri cannot be "${address}"`, 'An absolute http or https address that ends in a slash.');
  return {
    id,
    title: named.trim(),
    language,
    iri: address,
    date,
    octavo: VERSION,
    languageNote: /^en\b/i.test(language) ? '' : `, which is in English while the book says "${language}"`,
  };
}

/** Turns `my-handbook` into a title: My handbook. */
function titleOf(folder: string): string {
  const words = folder.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'Handbook' : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
