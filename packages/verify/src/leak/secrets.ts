import { type Handbook, numberKey, prosePages } from '@octavo/core';
import { plainPhrasing } from '../expected/plain-text.ts';
import { saidIn, type Written } from './said-in.ts';
import { addressesIn, lettersOf, namesIn, RUN, runsOf, wordsOf } from './words.ts';

/** What only the excluded parts of a book say. */
export interface Secrets {
  /** Runs of words, by their first letters (`KEY`). */
  readonly runs: ReadonlyMap<string, readonly Secret[]>;
  /** Ids, paths and other names, as they are written. */
  readonly names: ReadonlyMap<string, Written>;
  /** What the addresses of excluded parts end in: `entry/618`. */
  readonly addresses: ReadonlyMap<string, Written>;
}

/** A run of words that an edition must not say. */
export interface Secret extends Written {
  readonly letters: string;
  /** It is so short that letters may meet by chance: it has to begin and to end where words do. */
  readonly isShort: boolean;
}

/** So many letters of a run are looked up first; a run with fewer is in any file. */
export const KEY = 6;

/** A run with so many letters of any script, or so many ideographs or the like, is nowhere by chance. */
const ENOUGH = 16;
const ENOUGH_IDEOGRAPHS = 8;

/** A word alone is looked for when it is long enough to be no word of a format's. */
const LONG_WORD = 8;

/** A name with fewer characters is in any file. */
const LEAST = 4;

/** What is said beside the editions of a book. */
export interface SaidElsewhere {
  readonly others: unknown;
  readonly beside: readonly Written[];
  /** Words and names of the formats themselves, as they are written. */
  readonly words: ReadonlySet<string>;
}

/**
 * Finds what is said in the whole book, or beside it in values of variables, approvals, names of files and `others`,
 * and nowhere in what is public: the edition of it and the words of the formats. What is said beside the whole book is
 * no secret either where it was `published`.
 */
export function secretsOf(
  [whole, edition]: readonly [Handbook, Handbook],
  published: unknown,
  { others, beside, words: ofFormats }: SaidElsewhere,
): Secrets {
  const open = new Set<string>();
  const openNames = new Set(ofFormats);
  const known = new Set([...ofFormats].map((word) => lettersOf(word).all));
  const openAddresses = new Set(addressesOf(edition).map(({ text }) => text));
  const pieces: string[] = [];
  let isOpen = searchIn('');
  const openUp = (said: unknown): void => {
    for (const { text } of saidIn(said)) {
      for (const run of runsOf(wordsOf(text))) open.add(run.join(' '));
      for (const name of namesIn(text)) openNames.add(name);
      for (const address of addressesIn(text)) openAddresses.add(address);
      pieces.push(lettersOf(text).all);
    }
    isOpen = searchIn(pieces.join('\n'));
  };
  openUp([edition, namesOf(edition)]);
  const runs = new Map<string, Secret[]>();
  const names = new Map<string, Written>();
  // A source may be called as a page of the edition is: 618.md.
  const isPage = (name: string) => addressesIn(`entry/${name}`).some((one) => openAddresses.has(one));
  const hide = ({ text, place }: Written): void => {
    const words = wordsOf(text);
    for (const run of runsOf(words)) {
      const said = run.join(' ');
      const letters = run.join('');
      if (open.has(said) || letters.length < (run.length === 1 ? LONG_WORD : KEY)) continue;
      open.add(said);
      // What is short may be a piece of what the edition says.
      if (run.length < RUN && (known.has(letters) || isOpen(letters))) continue;
      const enough = /[\p{scx=Han}\p{scx=Thai}\p{scx=Hangul}]/u.test(letters) ? ENOUGH_IDEOGRAPHS : ENOUGH;
      const key = letters.slice(0, KEY);
      const secret = { text: said, place, letters, isShort: letters.length < enough };
      const bucket = runs.get(key);
      if (bucket) bucket.push(secret);
      else runs.set(key, [secret]);
    }
    for (const name of words.length < RUN ? namesIn(text) : [])
      if (isTelling(name) && !openNames.has(name) && !isPage(name) && !names.has(name))
        names.set(name, { text: name, place });
  };
  // What is left out now is not to be said again, whatever was once published.
  for (const one of saidIn(whole)) hide(one);
  if (published !== undefined) openUp(published);
  for (const one of [...saidIn(others), ...beside]) hide(one);
  const wasOpen = JSON.stringify(published ?? null);
  const addresses = addressesOf(whole).filter(
    ({ text, number }) => !openAddresses.has(text) && !wasOpen.includes(JSON.stringify(number)),
  );
  return { runs, names, addresses: new Map(addresses.map((one) => [one.text, one])) };
}

/** What links to the entries of an edition may say: number and question, which stand side by side on every page of theirs. */
function namesOf({ chapters }: Handbook): readonly string[] {
  return chapters.flatMap(({ entries }) =>
    entries.map(({ number, question }) => `${number} ${plainPhrasing(question)}`),
  );
}

/** What the addresses of a book's parts end in, with the number or id of each. */
function addressesOf(book: Handbook): readonly (Written & { readonly number: string })[] {
  const at = (kind: string, number: string, place: string) => ({
    text: `${kind}/${kind === 'entry' ? numberKey(number) : number}`,
    number,
    place,
  });
  return [
    ...book.chapters.flatMap(({ id, entries }) => [
      at('chapter', id, 'handbook.yaml'),
      ...entries.flatMap(({ number, aliases, source }) =>
        [number, ...aliases].map((one) => at('entry', one, `${source.path}:${source.line}`)),
      ),
    ]),
    ...book.topics.map(({ id, source }) => at('topic', id, `${source.path}:${source.line}`)),
    ...prosePages(book).map(({ id, source }) => at('page', id, `${source.path}:${source.line}`)),
  ];
}

/** Says whether a text holds letters, of which there are at least `KEY`: it is looked up by the first of them. */
function searchIn(text: string): (letters: string) => boolean {
  const places = new Map<string, number[]>();
  for (let at = 0; at + KEY <= text.length; at++) {
    const key = text.slice(at, at + KEY);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  return (letters) => (places.get(letters.slice(0, KEY)) ?? []).some((at) => text.startsWith(letters, at));
}

/** A word of the language says nothing; what is joined, or has a digit beside letters, is a name. */
function isTelling(name: string): boolean {
  return name.length >= LEAST && /\p{L}/u.test(name) && /[-_.\p{N}]/u.test(name);
}
