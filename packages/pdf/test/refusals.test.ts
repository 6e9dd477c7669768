import type { Handbook } from '@octavo/core';
import { compile } from '@octavo/pdf';
import { describe, expect, it } from 'vitest';
import { allText, openPdf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest, PNG } from './sample.ts';

const handbook = handbookOf({
  'handbook.yaml': manifest(),
  'assets/grey.png': PNG,
  'one/1-first.md': entry('1', 'What is first?', '![A grey square](../assets/grey.png "The caption")'),
});
const options = { fonts: readFonts(handbook) };

describe('what cannot be set', () => {
  it('is an error that names entry, character and package, and makes no file', async () => {
    const thai = handbookOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What is it?', 'It is \u0e01.'),
    });
    const result = await compile(thai, { fonts: readFonts(thai) });
    expect(result.files).toEqual([]);
    expect(result.messages[0]).toMatchObject({
      ruleId: 'glyph-available',
      fatal: true,
      file: 'one/1-a.md',
      line: 6,
    });
    expect(result.messages[0]?.reason).toMatch(
      /“\u0e01” \(U\+0E01\), used in entry 1; add the package @expo-google-fonts\/noto-serif-thai/,
    );
  });

  it('names the packages of fonts that were not given', async () => {
    const result = await compile(handbook, {});
    expect(result.files).toEqual([]);
    expect(result.messages.map((message) => message.ruleId)).toEqual([
      'font-given',
      'font-given',
      'font-given',
    ]);
  });

  it('is an error at a damaged image', async () => {
    const damaged = PNG.slice().fill(0, 43, 50);
    for (const bytes of [damaged, PNG.slice(0, 45), PNG.slice(0, 20)]) {
      const result = await compile(handbook, { ...options, assets: new Map([['assets/grey.png', bytes]]) });
      expect(result.files).toEqual([]);
      expect(result.messages[0]).toMatchObject({
        ruleId: 'image-drawn',
        fatal: true,
        file: 'one/1-first.md',
      });
    }
  });

  it('is a message for TeX that is none, with the TeX printed', async () => {
    const fine = handbookOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What is it?', 'It is $x_{1}$ so.'),
    });
    const broken: Handbook = JSON.parse(JSON.stringify(fine).replace('x_{1}', 'x_{1'));
    const result = await compile(broken, { fonts: readFonts(broken) });
    expect(result.messages[0]).toMatchObject({ ruleId: 'formula-set', fatal: false });
    expect(await allText(await openPdf(result))).toContain('x_{1');
  });
});
