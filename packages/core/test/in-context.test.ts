import { expect, test } from 'vitest';
import { inContext } from '../src/changes/in-context.ts';

const words = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
const passage = (...texts: readonly string[]) => ({
  part: 'answer',
  segments: texts.map((text, at) => ({ kind: at % 2 === 0 ? 'same' : 'inserted', text })),
});
const shortened = (...texts: readonly string[]) =>
  inContext([passage(...texts) as Parameters<typeof inContext>[0][number]])[0]?.segments.map(
    ({ text }) => text,
  );

test('of many words that are the same those beside a difference stay, with the spaces that part them from it', () => {
  expect(shortened(`${words(20, 'a')} `, 'new', ` ${words(40, 'b')} `, 'more', ` ${words(20, 'c')}`)).toEqual(
    [
      `… ${words(20, 'a').split(' ').slice(-8).join(' ')} `,
      'new',
      ` ${words(8, 'b')} … ${words(40, 'b').split(' ').slice(-8).join(' ')} `,
      'more',
      ` ${words(8, 'c')} …`,
    ],
  );
});

test('what would hardly be shorter is said in full', () => {
  const texts = [`${words(11, 'a')} `, 'new', ` ${words(11, 'b')}`];
  expect(shortened(...texts)).toEqual(texts);
});
