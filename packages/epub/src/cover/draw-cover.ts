import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompileOptions, Handbook } from '@octavo/core';
import { printable } from '@octavo/core/hast';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import { type AdvanceWidths, advanceWidths } from './advance-widths.ts';
import { COVER, coverSvg } from './cover-svg.ts';
import { type CoverText, coverText } from './cover-text.ts';
import { foreignScripts, isDrawable } from './scripts.ts';
import { toPng } from './to-png.ts';

const FACES = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
] as const;

/** The built-in faces for display and for text, read when a cover is drawn. */
function builtIn(): readonly [Uint8Array, Uint8Array] {
  const { resolve } = createRequire(import.meta.url);
  const [display, text] = FACES;
  return [readFileSync(resolve(display)), readFileSync(resolve(text))];
}

/** A drawn cover, and the lines that it could not show. */
export interface DrawnCover {
  readonly png: Uint8Array;
  readonly messages: readonly VFileMessage[];
}

/**
 * Draws a cover of 1600 by 2560 pixels from the edition's own data. Letters come from the built-in faces and
 * from `options.fonts`; a line in a script that none of them has is left out and reported. `options.cache`
 * keeps the picture.
 */
export async function drawCover(handbook: Handbook, options: CompileOptions): Promise<DrawnCover> {
  const words = coverText(handbook);
  const wanted = foreignScripts(Object.values(words).join(' '), handbook.language);
  const faces = (options.fonts ?? []).filter(
    (font) => isDrawable(font) && font.scripts.some((script) => wanted.has(script)),
  );
  const held = new Set(faces.flatMap((font) => font.scripts));
  const { text, dropped } = drawable(words, handbook.language, held);
  const bytes = faces.map((font) => font.bytes);
  const key = `epub-cover-2-${digest(JSON.stringify([text, handbook.direction, handbook.id]), bytes)}`;
  const kept = await options.cache?.get(key);
  const png = kept ?? (await draw(text, handbook, bytes));
  if (!kept) await options.cache?.put(key, png);
  return {
    png,
    messages: dropped.map((line) =>
      message('cover-script', {
        reason: `The drawn cover leaves out "${line}": no font for its script was given; supply one, or a cover image`,
        severity: 'warning',
      }),
    ),
  };
}

async function draw(text: CoverText, handbook: Handbook, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const [display, plain] = builtIn();
  const others = fonts.map(advanceWidths);
  const measure = (own: AdvanceWidths) => (line: string) =>
    [...line].reduce((total, character) => {
      const widths = [own, ...others].map((width) => width(character));
      const width = widths.find((known) => known !== undefined) ?? 1;
      // Joined letters are narrower than the isolated ones that a face lists.
      return total + (/\p{Script=Arabic}/u.test(character) ? width * 0.75 : width);
    }, 0);
  const widthOf = { display: measure(advanceWidths(display)), text: measure(advanceWidths(plain)) };
  const svg = coverSvg(text, handbook.direction, (line, face) => widthOf[face](line));
  return toPng(svg, COVER.width, [display, plain, ...fonts]);
}

function digest(text: string, files: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(text);
  for (const file of files) hash.update(file);
  return hash.digest('hex');
}

/** The lines that the faces can show, and those that they cannot. */
function drawable(
  text: CoverText,
  language: string,
  held: ReadonlySet<string>,
): { readonly text: CoverText; readonly dropped: readonly string[] } {
  const canDraw = (line: string): boolean =>
    [...foreignScripts(line, language)].every((code) => held.has(code));
  const lines = Object.entries(text).map(([name, line]) => [name, printable(line)] as const);
  const kept = lines.filter(([, line]) => canDraw(line));
  return {
    text: { title: '', edition: '', ...Object.fromEntries(kept) },
    dropped: lines.filter(([, line]) => !canDraw(line)).map(([, line]) => line),
  };
}
