import { type Handbook, type Term, toText } from '@octavo/core';

/** A term that a text mentions, and where. */
export interface Mention {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** Finds the terms of a glossary in a text, in order; of names within each other the longest. */
export type TermFinder = (text: string) => readonly Mention[];

/** Scripts that put no space between words: there a name may stand beside any letter. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const BEFORE = '(?<![\\p{L}\\p{N}_])(?<![\\p{L}\\p{N}]-)';
const BEHIND = '(?![\\p{L}\\p{N}_])(?!-[\\p{L}\\p{N}])';

/**
 * A finder of the terms of a handbook by their names, whole words in any case; in English also in the plural. A
 * name all in capitals is found as it is written, and so is one of a few letters that begins with a capital.
 */
export function termFinder({ glossary, language }: Pick<Handbook, 'glossary' | 'language'>): TermFinder {
  const names = new Map<string, { readonly name: string; readonly term: Term }>();
  for (const term of glossary)
    for (const name of [term.term, ...term.also])
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), { name, term });
  if (names.size === 0) return () => [];
  const plural = /^en\b/i.test(language) ? '(?:e?s)?' : '';
  const anyOf = (unspaced: boolean): string =>
    [...names.values()]
      .flatMap(({ name }) => (UNSPACED.test(name) === unspaced ? [name] : []))
      .sort((one, other) => other.length - one.length)
      .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'))
      .join('|') || '(?!)';
  const all = new RegExp(`${BEFORE}(?:${anyOf(false)})${plural}${BEHIND}|${anyOf(true)}`, 'giu');
  return (text) =>
    [...text.matchAll(all)].flatMap((match) => {
      const said = match[0].replace(/\s+/g, ' ');
      const found = [said, said.slice(0, -1), said.slice(0, -2)]
        .map((name) => names.get(name.toLowerCase()))
        .find((one) => one !== undefined);
      if (!found || (isProper(found.name) && !said.startsWith(found.name))) return [];
      return [{ term: found.term, from: match.index, to: match.index + match[0].length }];
    });
}

/** Whether a name means something else in other letters: `IT`, `Go`. */
function isProper(name: string): boolean {
  return /\p{Lu}/u.test(name) && (name === name.toUpperCase() || name.length <= 3);
}

/** What a term is, as plain text on one line. */
export function definitionText({ definition }: Term): string {
  return toText(definition).replace(/\s+/g, ' ').trim();
}
