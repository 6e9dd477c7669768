import { expect, it } from 'vitest';
import type { Atom } from '../src/text/paragraph.ts';
import { isTied } from '../src/text/ties.ts';

/** Whether the space of "a b" is one that no line ends at; `link`: b leads to an entry. */
function tied(text: string, link = false): boolean {
  const at = text.indexOf(' ');
  const style = {};
  const atom = (start: number, end: number, own = {}): Atom =>
    ({ start, end, space: false, run: { source: { style, ...own } } }) as unknown as Atom;
  const target = { kind: 'anchor', name: 'q1' };
  return isTied(text, atom(0, at), atom(at + 1, text.length, link ? { link: { target } } : {}));
}

it.each(['20 °C', '5 km', '180 %', '3 mm,', '100 kWh.', '8 GiB', '12 €', '5 µm', '30 min'])(
  '%s is one',
  (text) => {
    expect(tied(text)).toBe(true);
  },
);
it.each(['See 618', 'p. 12', 'Fig. 3', '(see 5', 'Nr. 7', '§ 4'])('%s is one', (text) => {
  expect(tied(text)).toBe(true);
});
it('a number that leads to an entry stays with the word before it, whatever the language', () => {
  expect(tied('vraag 618', true)).toBe(true);
  expect(tied('618, 619', true)).toBe(false);
});
it.each(['20 people', '5 kmh1', '2024 was', 'about 12', 'a b', '1 2'])('%s is two', (text) => {
  expect(tied(text)).toBe(false);
});
