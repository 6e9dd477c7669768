import { misuse } from '../exit-code.ts';
import { didYouMean } from './nearest-word.ts';
import type { Option } from './option.ts';

/** The texts given for an option, one for each time that it was given. A flag has no text. */
export type Given = readonly (string | undefined)[];

/** Reads an option's value, or says what is wrong with it. The result has the type `Value` of the option. */
export function readValue(
  name: string,
  option: Option,
  given: Given,
): boolean | number | string | readonly string[] | undefined {
  const last = given.at(-1);
  switch (option.kind) {
    case 'flag':
      return given.length > 0;
    case 'text':
      return last;
    case 'texts':
      return given.filter((value) => value !== undefined);
    case 'count':
      if (last === undefined) return undefined;
      return /^[1-9]\d*$/.test(last)
        ? Number(last)
        : misuse(`--${name} cannot be "${last}"`, 'A whole number, 1 or more.');
    case 'choice':
      return last === undefined ? option.default : oneOf(name, last, option.of);
    case 'names':
      return last === undefined ? undefined : namesIn(name, last, option.of);
    case 'choices':
      return last === undefined ? option.of : someOf(name, last, option.of);
  }
}

function oneOf(name: string, word: string, words: readonly string[]): string {
  return words.includes(word)
    ? word
    : misuse(`--${name} cannot be "${word}"${didYouMean(word, words)}`, `One of ${words.join(', ')}.`);
}

function someOf(name: string, list: string, words: readonly string[]): readonly string[] {
  const chosen = namesIn(name, list, words);
  for (const word of chosen) oneOf(name, word, words);
  return words.filter((word) => chosen.includes(word));
}

function namesIn(name: string, list: string, words: readonly string[]): readonly string[] {
  const names = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return names.length === 0 ? misuse(`--${name} needs at least one of ${words.join(', ')}`) : names;
}
