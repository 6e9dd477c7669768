import { grammarOf } from '../assemble/declare-numbers.ts';
import { charactersOf } from '../numbers/characters.ts';
import { type Clash, findClash } from '../numbers/find-clash.ts';
import { numberKey } from '../numbers/number-key.ts';
import { positionsOf } from '../numbers/positions.ts';
import type { Rule } from './rule.ts';

/** The grammar that handbook.yaml declares reads each number in one way, and gives no two numbers one file or address. */
export const numbersSound: Rule = ({ sources, report }) => {
  const { numbers, chapters = [] } = sources.handbook?.data ?? {};
  if (!numbers) return;
  const prefixes = chapters.flatMap(({ prefix }) => (prefix === undefined ? [] : [prefix]));
  const isPrefixed = JSON.stringify(numbers.forms ?? []).includes('"prefix"');
  if (isPrefixed && prefixes.length === 0)
    return report({
      keys: ['numbers', 'forms'],
      reason: 'the numbers begin with the prefix of their chapter, and no chapter has one',
      note: 'Give each chapter a "prefix:", such as "UG-", or write the text itself in place of "prefix".',
    });
  if (numbers.preset && numbers.forms)
    return report({
      keys: ['numbers', 'preset'],
      reason: 'there are both a preset and forms of numbers',
      note: 'Remove one of the two: forms say all that numbers may be.',
    });
  const clash = findClash(positionsOf(grammarOf(numbers, prefixes).map(charactersOf)));
  if (clash)
    report({
      keys: ['numbers', numbers.forms ? 'forms' : numbers.preset ? 'preset' : 'closing'],
      ...said(clash),
    });
};

function said(clash: Clash) {
  switch (clash.kind) {
    case 'same-key': {
      const [one, other] = clash.numbers;
      const key = numberKey(one);
      if (one === other)
        return {
          reason: `"${one}" can be read in two ways`,
          note: 'Put a text between the pieces, such as a point, or leave one of the forms out.',
        };
      return {
        reason: `"${one}" and "${other}" would be one file and one address, "${key}"`,
        note: 'Letters and digits alone count there, and capitals do not: let the two differ in those.',
      };
    }
    case 'no-key':
      return {
        reason: `"${clash.number}" would be a number, and has no letter or digit for a file or an address`,
        note: 'Let each form have a piece that is never left out, such as "decimal".',
      };
    case 'too-large':
      return {
        reason: 'this grammar is too large to be proved sound',
        note: 'Use fewer pieces that may be left out or repeated, and fewer words.',
      };
  }
}
