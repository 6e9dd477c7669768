import { asciiAddress, validAddress } from '@octavo/core';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

describe('an address', () => {
  it.each([
    'https://storage.example/o/folder%2Ffile.pdf?alt=media',
    'https://login.example/?next=https%3A%2F%2Fapp.example%2Fa%3Fb%3D1%26c%23d',
    'http://[2001:db8::1]:8080/x?y=[z]'.replace('[z]', '%5Bz%5D'),
    'http://user:pass@[::1]/',
    'https://ex.org/a;b,c=d$e@f:g!h*i(j)+k?l/m?n#o/p?q',
    'https://en.wikipedia.org/wiki/Foo_(bar)',
    'mailto:a+b@ex.org?subject=a%20b&body=c%0D%0Ad',
    'https://ex.org/%e4%ff',
  ])('that is valid stays as it was written: %s', (url) => {
    expect(validAddress(url)).toBe(url);
    expect(asciiAddress(url)).toBe(url);
  });

  it.each([
    ['https://ex.org/?ids[]=1', 'https://ex.org/?ids%5B%5D=1'],
    ['https://ex.org/100%', 'https://ex.org/100%25'],
    ['https://ex.org/100%zz%20', 'https://ex.org/100%25zz%20'],
    ['https://ex.org/a b\u00a0c', 'https://ex.org/a%20b%C2%A0c'],
    ['https://ex.org/{a}|b^c`d\\e"f', 'https://ex.org/%7Ba%7D%7Cb%5Ec%60d%5Ce%22f'],
    ['http://[2001:db8::1]:8080/a[b]', 'http://[2001:db8::1]:8080/a%5Bb%5D'],
    ['https://ex.org/straße?q=日本#ü', 'https://ex.org/stra%C3%9Fe?q=%E6%97%A5%E6%9C%AC#%C3%BC'],
    ['https://müller.example:8080/ä', 'https://xn--mller-kva.example:8080/%C3%A4'],
    ['https://a:b@例え.jp', 'https://a:b@xn--r8jz45g.jp'],
    ['mailto:jörg@ex.org', 'mailto:j%C3%B6rg@ex.org'],
  ])('is made valid: %s', (url, right) => {
    expect(asciiAddress(url)).toBe(right);
  });

  it('keeps letters of every script where only validity is asked for', () => {
    expect(validAddress('https://ex.org/straße ä')).toBe('https://ex.org/straße%20ä');
  });

  test('made valid twice is made valid once, and leads where it led', () => {
    const part = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) => text.replace(/[\\\p{Cc}\s]/gu, ''));
    fc.assert(
      fc.property(part, (text) => {
        const url = `https://ex.org/${text}`;
        const once = asciiAddress(url);
        expect(asciiAddress(once)).toBe(once);
        expect(once).toMatch(/^[!-~]*$/);
        const [was, is] = [new URL(url), new URL(once)];
        for (const side of ['pathname', 'search', 'hash'] as const)
          expect(decoded(is[side])).toBe(decoded(was[side]));
      }),
    );
  });
});

/** What an address says, its escapes undone one by one: a lone `%` says itself. */
function decoded(text: string): string {
  return Buffer.from(
    text
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => `\0${hex.toLowerCase()}`)
      .replace(/[^\0-\x7f]|[[\]{}|^`"<>']/gu, (letter) =>
        [...Buffer.from(letter)].map((byte) => `\0${byte.toString(16).padStart(2, '0')}`).join(''),
      )
      .replace(/%/g, '\x0025'),
  ).toString();
}
