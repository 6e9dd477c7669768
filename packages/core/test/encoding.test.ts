import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWide, type WideEncoding, wideEncoding } from '../src/read/encoding.ts';

const TEXTS: Readonly<Record<string, string>> = {
  English: '# May I pay later?\n\nYes, within 30 days.\n',
  Russian: '# Можно ли заплатить позже?\n\nДа, в течение тридцати дней.\n',
  Greek: '# Μπορώ να πληρώσω αργότερα;\n\nΝαι.\n',
  Arabic: '# هل يمكنني الدفع لاحقًا؟\n\nنعم، خلال ثلاثين يومًا.\n',
  Hindi: '# क्या मैं बाद में भुगतान कर सकता हूँ?\n\nहाँ, तीस दिनों के भीतर।\n',
  Thai: '# จ่ายทีหลังได้ไหม\n\nได้ ภายในสามสิบวัน\n',
  Japanese: '# 後で支払えますか？\n\nはい、三十日以内であれば支払えます。\n',
  Chinese: '# 可以以后付款吗？\n\n可以，三十天之内。\n',
  Korean: '# 나중에 지불할 수 있나요?\n\n네, 삼십일 이내에 가능합니다.\n',
  emoji: '# Why 🎉?\n\nBecause 👩‍🚀 said so.\n',
};

const ENCODINGS: readonly WideEncoding[] = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'];

/** The bytes of a text; of these Node writes UTF-16LE alone. */
function encode(text: string, encoding: WideEncoding): Uint8Array {
  const wide = encoding.startsWith('utf-32');
  const codes = wide
    ? [...text].map((character) => character.codePointAt(0) ?? 0)
    : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const size = wide ? 4 : 2;
  const bytes = new Uint8Array(codes.length * size);
  const view = new DataView(bytes.buffer);
  for (const [at, code] of codes.entries())
    if (wide) view.setUint32(at * 4, code, encoding.endsWith('le'));
    else view.setUint16(at * 2, code, encoding.endsWith('le'));
  return bytes;
}

describe.each(ENCODINGS)('%s', (encoding) => {
  test.each(Object.entries(TEXTS))('%s, with and without a byte order mark', (_language, text) => {
    for (const bytes of [encode(text, encoding), encode(`\uFEFF${text}`, encoding)]) {
      expect(wideEncoding(bytes)).toBe(encoding);
      expect(decodeWide(bytes, encoding)).toBe(text);
    }
  });

  test('any text with a mark comes back, and no bytes throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // FF FE 00 00 is the mark of UTF-32 before it is one of UTF-16 and a NUL.
        fc.pre(!text.startsWith('\0'));
        const bytes = encode(`\uFEFF${text}`, encoding);
        expect(wideEncoding(bytes)).toBe(encoding);
        expect(decodeWide(bytes, encoding)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof decodeWide(bytes, encoding)).toBe('string');
      }),
    );
  });
});

test('UTF-8 (with a NUL in it, too), Latin-1 and a picture are no wide encoding', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  for (const text of Object.values(TEXTS)) expect(wideEncoding(utf8(text))).toBeUndefined();
  expect(wideEncoding(utf8('# Is this a long enough \0 text?\n\nYes, it is.\n'))).toBeUndefined();
  expect(wideEncoding(Buffer.from('Größe und Füße\n', 'latin1'))).toBeUndefined();
  expect(wideEncoding(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13))).toBeUndefined();
  expect(wideEncoding(new Uint8Array(5000))).toBeUndefined();
});
