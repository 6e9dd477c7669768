import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile } from '@octavo/pdf';
import { describe, expect, it } from 'vitest';
import { allText, bytesOf, drawnGlyphs, objectsOf, openPdf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

const require = createRequire(import.meta.url);
const amiri = new Uint8Array(
  readFileSync(require.resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf')),
);

/** A book set in a font of its own, and the font's bytes. */
async function compiled(bytes: Uint8Array | undefined, answer = 'Plain words.') {
  const handbook = handbookOf({
    'handbook.yaml': manifest(['one'], 'pdf: { fonts: [assets/own.ttf] }'),
    'one/1-a.md': entry('1', 'What is it?', answer),
    'assets/own.ttf': bytes ?? new Uint8Array(),
  });
  return compile(handbook, {
    fonts: readFonts(handbook),
    assets: new Map(bytes ? [['assets/own.ttf', bytes]] : []),
  });
}

const otf = (name: string) => new Uint8Array(readFileSync(new URL(`fonts/${name}.otf`, import.meta.url)));

/** The font with other bytes in the place of the first of these. */
function patched(font: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(font);
  expect(bytes.indexOf(from, 0, 'latin1')).toBeGreaterThan(-1);
  bytes.write(to, bytes.indexOf(from, 0, 'latin1'), 'latin1');
  return new Uint8Array(bytes);
}

/** The font with another `fsType` (OpenType 1.9, OS/2). */
function licensed(fsType: number): Uint8Array {
  const bytes = amiri.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
    if (view.getUint32(at) === 0x4f532f32) view.setUint16(view.getUint32(at + 8) + 8, fsType);
  return bytes;
}

describe('a font that handbook.yaml names under pdf.fonts', () => {
  it('sets the text, and nothing else does', async () => {
    const result = await compiled(amiri);
    expect(result.messages.map(({ reason }) => reason)).toEqual([]);
    const names = objectsOf(await bytesOf(result)).match(/\/BaseFont\/[A-Z]{6}\+\S+?(?=\/|>)/g) ?? [];
    expect(names.join()).toContain('+Amiri-Regular');
    expect(names.join()).not.toContain('SourceSerif');
    expect(await allText(await openPdf(result))).toContain('Plain words.');
  });

  it('leaves code to the fonts for code, and what it lacks to the others', async () => {
    const result = await compiled(amiri, 'See `code` and 日本.');
    expect(result.messages.map(({ reason }) => reason)).toEqual([]);
    expect(objectsOf(await bytesOf(result))).toContain('+SourceCodePro');
  });

  it('shows its own glyphs whatever CIDs a CID-keyed OTF gives them', async () => {
    const [cid, named] = await Promise.all(
      ['cid-keyed', 'name-keyed'].map(async (name) => {
        const result = await compiled(otf(name), '日本語の問い。答え漢字 Plain words.');
        expect(result.messages.map(({ reason }) => reason)).toEqual([]);
        const pdf = await openPdf(result);
        expect(await allText(pdf)).toContain('日本語の問い。答え漢字 Plain words.');
        return drawnGlyphs(pdf, 'NotoSansCJKjp');
      }),
    );
    expect([...(cid ?? [])].filter(([, outline]) => outline.length > 20).length).toBeGreaterThan(20);
    expect(cid).toEqual(named);
  });

  it('is an error with its letter where a glyph that the book shows is damaged, and is taken where none is', async () => {
    const broken = Uint8Array.from(otf('cid-keyed'));
    // The outline of 日 alone: operators that Type 2 does not have.
    broken.fill(2, 3136, 3136 + 39);
    expect((await compiled(broken, '本の問い。')).messages).toEqual([]);
    const { files, messages } = await compiled(broken, '日本の問い。');
    expect(files).toEqual([]);
    expect(messages).toMatchObject([{ ruleId: 'font-usable', fatal: true, file: 'assets/own.ttf' }]);
    expect(messages[0]?.reason).toContain('its glyph of “日” is damaged');
  });

  it('sets no page number that it has no digits for', async () => {
    const result = await compiled(otf('cid-keyed'), 'See [](#1).');
    expect([...(await drawnGlyphs(await openPdf(result), 'NotoSansCJKjp')).keys()].join('')).not.toMatch(
      /[0-9]/,
    );
  });

  it.each([
    [0x0002, /its licence forbids embedding/],
    [0x0100, /forbids embedding a part/],
    [0x0200, /allows bitmaps only/],
  ])('is refused where its licence refuses it: %i', async (fsType, reason) => {
    const { files, messages } = await compiled(licensed(fsType));
    expect(files).toEqual([]);
    expect(messages).toMatchObject([{ ruleId: 'font-usable', fatal: true, file: 'assets/own.ttf' }]);
    expect(messages[0]?.reason).toMatch(reason);
  });

  it.each([0x0000, 0x0004, 0x0008])('is taken where its licence allows it: %i', async (fsType) => {
    expect((await compiled(licensed(fsType))).files).toHaveLength(1);
  });

  it.each([
    ['is not there', undefined, 'handbook.yaml'],
    ['is empty', new Uint8Array(), 'assets/own.ttf'],
    ['is no font', new TextEncoder().encode('no font at all, but some words'), 'assets/own.ttf'],
    ['is cut short', amiri.slice(0, 3000), 'assets/own.ttf'],
    [
      'is WOFF2',
      new TextEncoder().encode('wOF2\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'),
      'assets/own.ttf',
    ],
  ])('is an error with its place where it %s', async (_, bytes, file) => {
    const { files, messages } = await compiled(bytes);
    expect(files).toEqual([]);
    expect(messages).toMatchObject([{ ruleId: 'font-usable', fatal: true, file }]);
  });

  it.each([
    ['a collection', patched(amiri, '\0\x01\0\0', 'ttcf'), /give the one that is wanted/],
    ['WOFF2', patched(amiri, '\0\x01\0\0', 'wOF2'), /give the TTF or OTF/],
    ['CFF2', patched(otf('name-keyed'), 'CFF ', 'CFF2'), /give a static cut/],
    [
      'CID-keyed without a charset',
      patched(otf('cid-keyed'), '\xf8\x69\x0f', '\x8b\x8b\x0f'),
      /cannot be cut/,
    ],
  ])('is an error with what to do where it is %s', async (_, bytes, reason) => {
    const { files, messages } = await compiled(bytes);
    expect(files).toEqual([]);
    expect(messages).toMatchObject([{ ruleId: 'font-usable', fatal: true, file: 'assets/own.ttf' }]);
    expect(messages[0]?.reason).toMatch(reason);
  });
});
