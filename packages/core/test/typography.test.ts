import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asPrinted } from '../src/index.ts';
import { smartTexts } from '../src/typography/smart-text.ts';
import { handbookOf } from './typography-book.ts';

const set = (text: string, language = 'en'): string => smartTexts([{ text, language }])[0] ?? '';

describe('smart text', () => {
  test.each([
    ['en', `"It's," she said, "the dogs' bowl."`, '“It’s,” she said, “the dogs’ bowl.”'],
    ['en', `He said "she wrote 'no' twice" (and "left").`, 'He said “she wrote ‘no’ twice” (and “left”).'],
    ['en', `"'Tis nothing," in the '90s of rock 'n' roll`, '“’Tis nothing,” in the ’90s of rock ’n’ roll'],
    ['en', `"'Yes' was all."`, '“‘Yes’ was all.”'],
    [
      'en',
      'one -- two---three -- and 5 - 3, a - b, well-known, --flag, -x',
      'one – two—three – and 5 - 3, a - b, well-known, --flag, -x',
    ],
    ['en', `6' 2" tall, a 5" pipe, 40° 20' 10"`, `6' 2" tall, a 5" pipe, 40° 20' 10"`],
    [
      'en',
      `see https://x.example/a"b'c--d or a'b@c.example`,
      `see https://x.example/a"b'c--d or a'b@c.example`,
    ],
    ['en-GB', `'A "b" c'`, '‘A “b” c’'],
    ['de', `Er sagte: "Das 'neue' Haus" - wie geht's?`, 'Er sagte: „Das ‚neue‘ Haus“ – wie geht’s?'],
    ['de-CH', `"Das 'neue' Haus"`, '«Das ‹neue› Haus»'],
    ['fr', `"L'ami a dit 'oui'" - d'accord`, '«\u00a0L’ami a dit “oui”\u00a0» – d’accord'],
    ['es', `Dijo "la 'casa' azul"`, 'Dijo «la “casa” azul»'],
    ['it', `Disse "l'amico 'vero'"`, 'Disse «l’amico “vero”»'],
    ['nl', `'s Morgens zei ze "dag 'jij'"`, '’s Morgens zei ze “dag ‘jij’”'],
    ['pl', `Powiedział "to 'jest' dom" - tak`, 'Powiedział „to «jest» dom” – tak'],
    ['sv', `Hon sa "det 'nya' huset" - ja`, 'Hon sa ”det ’nya’ huset” – ja'],
    ['ja', `"x" -- 'y'`, `"x" -- 'y'`],
    ['en', 'It is “already” set ‘so’ – fine', 'It is “already” set ‘so’ – fine'],
  ])('%s: %s', (language, text, wanted) => {
    expect(set(text, language)).toBe(wanted);
  });

  it('sets a quotation over marked words, code and languages as one', () => {
    const texts = smartTexts([
      { text: '"', language: 'en' },
      { text: 'bold', language: 'en' },
      { text: `" and "`, language: 'en' },
      { text: undefined, language: 'en' },
      { text: `"'s `, language: 'en' },
      { text: `"nein"`, language: 'de' },
    ]);
    expect(texts).toEqual(['“', 'bold', '” and “', undefined, '”’s ', '„nein“']);
  });

  it('changes no letter, digit or line, whatever the text is', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '-',
      '--',
      '---',
      ' ',
      'a',
      'word',
      '5',
      '.',
      ',',
      '(',
      ')',
      '\n',
      'é',
      '–',
      '“',
      '…',
    );
    const texts = fc.array(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      { minLength: 1, maxLength: 4 },
    );
    const kept = (text: string): string => text.replace(/[^\p{L}\p{N}\n]/gu, '');
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'sv', 'ru', 'zh'),
        (all, language) => {
          const after = smartTexts(all.map((text) => ({ text, language })));
          expect(after.map((text) => kept(text ?? ''))).toEqual(all.map(kept));
        },
      ),
    );
  });
});

describe('a handbook as it is printed', () => {
  it('is the handbook itself where nothing is said', () => {
    const plain = handbookOf('');
    expect(asPrinted(plain)).toBe(plain);
  });

  it('has every text set, and code, keys, formulas, addresses, numbers and fingerprints as they are', () => {
    const source = handbookOf('typography: smart');
    const printed = asPrinted(source);
    const [entry, before] = [printed, source].map(({ chapters }) => chapters[0]?.entries[0]);
    expect(entry?.fingerprint).toBe(before?.fingerprint);
    expect(entry?.search).toEqual(["it's"]);
    expect(JSON.stringify(entry?.answer)).toContain(JSON.stringify(`x = "a" -- 'b'`).slice(1, -1));
    const text = JSON.stringify([
      printed.title,
      printed.chapters[0]?.title,
      entry?.question,
      entry?.answer,
      entry?.footnotes,
      entry?.index,
      printed.glossary,
    ]);
    for (const said of [
      'Cook’s “book”',
      'What’s “new”?',
      '“Bold” and “code”',
      'The note’s “end”',
      'cook’s knife',
      'It’s a “term”',
    ])
      expect(text).toContain(said);
    for (const kept of ["it's code", "Ctrl+'", "f'(x)", "https://x.example/a'b"])
      expect(text).toContain(kept);
    expect(JSON.stringify(source.chapters)).not.toMatch(/[“”’]/);
  });
});
