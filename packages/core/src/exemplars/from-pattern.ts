import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Draw } from './random.ts';

/** Characters that are tried where a pattern asks for one of a class. */
const CHARACTERS = [
  ...Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)),
  ...'éßñΩЖשعक中ひ한\t\n€',
];
/** More repetitions than this show nothing new. */
const MOST = 40;

/**
 * Texts that match a pattern of ECMAScript with the flag `u`: one in which everything repeats as rarely as it may, and
 * one in which it repeats as often, up to 40 times. Look-around and back-references are read as nothing, so that
 * the texts may not match then: the caller checks them.
 */
export function textsFromPattern(pattern: string, draw: Draw): readonly string[] {
  const tree = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  const shortest = alternativesText(tree, draw, ({ min }) => min);
  const longest = alternativesText(tree, draw, ({ min, max }) => Math.min(max, Math.max(min, MOST)));
  return [...new Set([shortest, longest])];
}

type Count = (quantifier: AST.Quantifier) => number;

function alternativesText(
  { alternatives }: { readonly alternatives: readonly AST.Alternative[] },
  draw: Draw,
  count: Count,
): string {
  const chosen = alternatives[draw(alternatives.length)];
  return (chosen?.elements ?? []).map((element) => elementText(element, draw, count)).join('');
}

function elementText(element: AST.Element, draw: Draw, count: Count): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return characterOf(element.raw, draw);
    case 'Group':
    case 'CapturingGroup':
      return alternativesText(element, draw, count);
    case 'Quantifier':
      return Array.from({ length: count(element) }, () => elementText(element.element, draw, count)).join('');
    case 'Assertion':
    case 'Backreference':
      return '';
  }
}

/** A character of a class; a letter or a digit where it may be one. */
function characterOf(raw: string, draw: Draw): string {
  const one = new RegExp(`^${raw}$`, 'u');
  const fitting = CHARACTERS.filter((character) => one.test(character));
  const plain = fitting.filter((character) => /[\p{L}\p{N}]/u.test(character));
  const chosen = plain.length > 0 ? plain : fitting;
  return chosen[draw(chosen.length)] ?? '';
}
