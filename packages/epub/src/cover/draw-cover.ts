import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompileOptions, Handbook } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import { printable } from '../xhtml/printable.ts';
import { COVER, coverSvg } from './cover-svg.ts';
import { type CoverText, coverText } from './cover-text.ts';
import { rasterizer } from './rasterizer.ts';
import { foreignScripts, isDrawable } from './scripts.ts';
import { type Face, textElement } from './text-element.ts';

const FACES: readonly string[] = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
];

/** The built-in faces, read when a cover is drawn. */
function builtIn(): readonly Uint8Array[] {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => readFileSync(resolve(face)));
}

/** A drawn cover and what it could not say. */
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
  const key = `epub-cover-1-${digest(JSON.stringify([text, handbook.direction, handbook.id]), bytes)}`;
  const kept = await options.cache?.get(key);
  const png = kept ?? (await draw(text, handbook, bytes));
  if (!kept) await options.cache?.put(key, png);
  return {
    png,
    messages: dropped.map((line) =>
      message(
        'cover-script',
        'warning',
        `The drawn cover leaves out "${line}": no font for its script was given; supply one, or a cover image`,
      ),
    ),
  };
}

async function draw(text: CoverText, handbook: Handbook, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const pen = await rasterizer([...builtIn(), ...fonts]);
  const widths = new Map<string, number>();
  const widthOf = (value: string, face: Face): number => {
    const known = widths.get(`${face} ${value}`);
    if (known !== undefined) return known;
    const fitted = { lines: [value], size: 100 };
    const line = textElement({ x: 0, y: 200, fitted, face, fill: '#000', direction: 'ltr' });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9000 400">${line}</svg>`;
    const width = pen.inkWidth(svg) / 100;
    widths.set(`${face} ${value}`, width);
    return width;
  };
  return pen.toPng(coverSvg(text, handbook.direction, handbook.id, widthOf), COVER.width);
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
