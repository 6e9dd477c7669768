import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isbn13, isbnsOf, readIsbn } from '../src/model/isbn.ts';

describe('an ISBN', () => {
  it.each([
    ['0-306-40615-2', '2'],
    ['080442957X', 'X'],
    ['0-8044-2957-x', undefined],
    ['978-0-306-40615-7', '7'],
    ['979 12 200 0852 5', '5'],
    ['99921-58-10-7', '7'],
  ])('%s has the check digit %s', (written, check) => {
    const read = readIsbn(written);
    if (check === undefined) expect('check' in read && read.digits.endsWith(read.check)).toBe(true);
    else expect(read).toMatchObject({ check });
  });

  it.each(['978030640615', '1234567890123', '979-0-2600-0043-8', '12345678X0'])('%s is none', (written) => {
    expect(readIsbn(written)).toHaveProperty('fault');
  });

  it('with one digit changed, or two neighbours exchanged, is none: its check digit is another (ISO 2108)', () => {
    assert(
      property(
        integer({ min: 0, max: 999_999_999 }),
        integer({ min: 0, max: 8 }),
        integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const body = String(number).padStart(9, '0');
          const checkOf = (digits: string, prefix = ''): string => {
            const read = readIsbn(`${prefix}${digits}0`);
            return 'check' in read ? read.check : '';
          };
          const other = body.slice(0, at) + ((Number(body[at]) + by) % 10) + body.slice(at + 1);
          expect(checkOf(other)).not.toBe(checkOf(body));
          expect(checkOf(other, '978')).not.toBe(checkOf(body, '978'));
          const [a = '', b = ''] = [body[at], body[at + 1]];
          if (a === b || b === '') return;
          expect(checkOf(body.slice(0, at) + b + a + body.slice(at + 2))).not.toBe(checkOf(body));
          // One number, written in both ways.
          expect(isbn13(body + checkOf(body))).toBe(`978${body}${checkOf(body, '978')}`);
        },
      ),
    );
  });

  it('of the own format comes first in an imprint, then the others in one order', () => {
    const isbn = { html: 'h', epub: 'e', print: 'p', pdf: 'f' };
    expect(isbnsOf({ isbn }, 'epub').map(({ text }) => text)).toEqual([
      'e (EPUB)',
      'p',
      'f (PDF)',
      'h (HTML)',
    ]);
    expect(isbnsOf({ isbn }).map(({ format }) => format)).toEqual(['print', 'pdf', 'epub', 'html']);
    expect(isbnsOf({})).toEqual([]);
  });
});
