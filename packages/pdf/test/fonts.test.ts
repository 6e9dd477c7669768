import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile, fontsNeeded } from '@octavo/pdf';
import { expect, it } from 'vitest';
import { INSTALLABLE } from '../src/fonts/installable.ts';
import { sfntOf } from '../src/fonts/sfnt.ts';
import { openShaper } from '../src/fonts/shaper.ts';
import { allText, openPdf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

it('asks for the fonts of the scripts a handbook is written in, and no others', () => {
  const packagesOf = (answer: string): string[] => {
    const handbook = handbookOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What is it?', answer),
    });
    const optional = fontsNeeded(handbook).filter((request) => request.optional);
    return [...new Set(optional.map((request) => request.package.replace(/^@[\w-]+\//, '')))];
  };
  expect(packagesOf('Plain, Ελληνικά, Русский.')).toEqual([]);
  expect(packagesOf('שלום')).toEqual(['frank-ruhl-libre', 'noto-serif-hebrew']);
  expect(packagesOf('سلام')).toEqual(['amiri', 'noto-naskh-arabic']);
  expect(packagesOf('日本のかな')).toEqual(['noto-serif-jp']);
  expect(packagesOf('漢字')).toEqual(['noto-serif-sc']);
  expect(packagesOf('한국어')).toEqual(['noto-serif-kr']);
  expect(packagesOf('ไทย ქართული ᠮᠣᠩᠭᠣᠯ')).toEqual([
    'noto-serif-georgian',
    'noto-serif-thai',
    'noto-sans-mongolian',
  ]);
});

it('finds in a package what the table says of it: a letter of each script in each cut', () => {
  const { resolve } = createRequire(import.meta.url);
  let found = 0;
  for (const [script, families] of INSTALLABLE) {
    const pattern = new RegExp(`(?=\\p{Script=${script}})\\p{L}`, 'u');
    for (const { package: name, faces } of families) {
      if (!existsSync(fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)))) continue;
      for (const { file, weight } of faces) {
        const shaper = openShaper(sfntOf(new Uint8Array(readFileSync(resolve(`${name}/${file}`)))));
        let letters = 0;
        for (let code = 0x500; code < 0x1a000 && letters < 20; code++)
          if (shaper.has(code) && pattern.test(String.fromCodePoint(code))) letters += 1;
        expect([script, weight, letters]).toEqual([script, weight, 20]);
        found += 1;
      }
    }
  }
  expect(found).toBeGreaterThan(28);
});

it('asks for the fonts of the words in pictures', () => {
  const svg = (text: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>${text}</text></svg>`);
  const handbook = handbookOf({
    'handbook.yaml': manifest(),
    'one/1-a.md': entry('1', 'What is it?', '![A sign](../assets/sign.svg)'),
    'assets/sign.svg': String(svg('Exit')),
  });
  const asked = (text: string) =>
    fontsNeeded(handbook, new Map([['assets/sign.svg', svg(text)]])).filter(({ optional }) => optional);
  expect(asked('Exit')).toEqual([]);
  expect(new Set(asked('&#x5d9;ציאה').map(({ family }) => family))).toEqual(
    new Set(['Frank Ruhl Libre', 'Noto Serif Hebrew']),
  );
});

it('uses what fonts it is given each time, not those of the book before', async () => {
  const latin = handbookOf({
    'handbook.yaml': manifest(),
    'one/1-a.md': entry('1', 'What is it?', 'Plain.'),
  });
  const hebrew = handbookOf({
    'handbook.yaml': manifest(),
    'one/1-a.md': entry('1', 'What is it?', 'שלום, ﬁne.'),
  });
  await compile(latin, { fonts: readFonts(latin) });
  const result = await compile(hebrew, { fonts: readFonts(hebrew) });
  expect(result.messages.map((message) => message.reason)).toEqual([]);
  expect(await allText(await openPdf(result))).toMatch(/fine/);
});
