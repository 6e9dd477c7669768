import { describe, expect, test } from 'vitest';
import { said } from '../src/content/content.ts';
import { MARKUP, PAINTED } from '../src/content/normalise.ts';
import { textOf } from '../src/content/text-of.ts';
import { address } from '../src/expected/address.ts';
import { siteAddress } from '../src/html/site-address.ts';

describe('text of markup', () => {
  test.each([
    ['spaces of every width are one space', 'a\u00a0b\u202fc \n d', 'a b c d'],
    ['a soft hyphen is nothing', 'hy\u00adphen', 'hyphen'],
    ['a letter and its accent are one letter', 'e\u0301', 'é'],
    ['a joiner is kept', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a ligature is kept', 'ﬁx', 'ﬁx'],
  ])('%s', (_name, text, wanted) => {
    expect(MARKUP.text(text)).toBe(wanted);
  });

  test('keeps every space and line of code', () => {
    expect(MARKUP.line('code', 'if x:\u2028    y')).toBe('if x:\n    y');
  });
});

describe('text of a page', () => {
  test.each([
    ['a ligature is its letters', 'ﬁx', 'fix'],
    ['a joiner is nothing', 'می\u200cخواهم', 'میخواهم'],
  ])('%s', (_name, text, wanted) => {
    expect(PAINTED.text(text)).toBe(wanted);
  });

  test.each([
    ['a space', 'one line,\u2028and one more', 'one line, and one more'],
    ['nothing', 'one line,\u2028and one more', 'one line,and one more'],
  ])('a line that ends by hand may be %s', (_name, expected, found) => {
    expect(PAINTED.allow(expected, found)).toBe(found);
  });

  test('a lost space is no line end', () => {
    expect(PAINTED.allow('one line', 'oneline')).toBe('one line');
  });
});

test('two formulas in a row stand apart, with markup between them or without', () => {
  const [one, two] = [said('formula', 'a = b'), said('formula', 'c = d')];
  expect(MARKUP.text(textOf([one, two]))).toBe(MARKUP.text(textOf([one, '\n', two])));
  expect(MARKUP.text(textOf([one, two]))).toBe('a = b c = d');
});

test.each([
  ['https://ex.org/?ids[]=1', 'https://ex.org/?ids%5B%5D=1'],
  ['http://[2001:db8::1]:8080/x', 'http://[2001:db8::1]:8080/x'],
  ['https://ex.org/o/folder%2Ffile.pdf', 'https://ex.org/o/folder%2Ffile.pdf'],
])('the address %s is %s', (one, two) => {
  expect(address(one)).toBe(address(two));
});

test('what is encoded in an address stays apart from what is not', () => {
  expect(address('https://ex.org/a%2Fb')).not.toBe(address('https://ex.org/a/b'));
});

test('a hash in the name of a file begins no fragment', () => {
  expect(siteAddress('entry/1/index.html', '../../images/a%23b.png', '/')).toBe('site:images/a%23b.png');
});
