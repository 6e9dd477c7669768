import { describe, expect, test } from 'vitest';
import { MARKUP, PAINTED } from '../src/content/normalise.ts';

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
