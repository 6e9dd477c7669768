import { createHash } from 'node:crypto';
import type { CompileOptions, FontFile, Handbook } from '@octavo/core';
import { canDraw, encodePng, fontsFor, lettersOf, toPixels } from '@octavo/core/draw';
import { printable } from '@octavo/core/hast';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import { COVER, coverSvg } from './cover-svg.ts';
import { type CoverText, coverText } from './cover-text.ts';

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
  const faces = fontsFor(Object.values(words).join(' '), handbook.language, options.fonts ?? []);
  const { text, dropped } = drawable(words, handbook.language, faces);
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
  const { faces, widthOf } = lettersOf(fonts);
  const svg = coverSvg(text, handbook.direction, widthOf);
  return encodePng(await toPixels(svg, COVER.width, faces));
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
  faces: readonly FontFile[],
): { readonly text: CoverText; readonly dropped: readonly string[] } {
  const lines = Object.entries(text).map(([name, line]) => [name, printable(line)] as const);
  const kept = lines.filter(([, line]) => canDraw(line, language, faces));
  return {
    text: { title: '', edition: '', ...Object.fromEntries(kept) },
    dropped: lines.filter(([, line]) => !canDraw(line, language, faces)).map(([, line]) => line),
  };
}
