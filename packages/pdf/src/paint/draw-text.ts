import type { GlyphRun, GlyphTexts } from '../display/display-list.ts';
import type { PaintFonts } from './fonts.ts';
import { decimal } from './pdf-document.ts';

/** Fonts used on the page, by the name its content calls them. */
export type UsedFonts = Map<string, string>;

/**
 * The operators for a run, the y axis pointing down. `chapter` tells what the glyphs stand for where
 * the run was laid out: where the book as a whole has it otherwise, the run says its text itself.
 */
export function glyphOperators(
  run: GlyphRun,
  fonts: PaintFonts,
  chapter: GlyphTexts,
  used: UsedFonts,
): string {
  const font = fonts.font(run.font);
  used.set(font.id, run.font);
  const own = chapter[run.font] ?? {};
  const differs =
    run.text === undefined &&
    run.glyphs.some((glyph) => own[glyph] !== undefined && own[glyph] !== fonts.text(run.font, glyph));
  const text =
    run.text ??
    (differs
      ? inReadingOrder(run)
          .map((glyph) => own[glyph] ?? fonts.text(run.font, glyph) ?? '')
          .join('')
      : undefined);
  const shown = `BT ${fill(run.color)} /${font.id} ${decimal(run.size)} Tf 1 0 0 -1 ${decimal(run.x)} ${decimal(run.y)} Tm ${array(run, font)} ET`;
  if (text === undefined) return run.reversed ? `/ReversedChars BMC ${shown} EMC` : shown;
  return `/Span <</ActualText <FEFF${hex(text)}>>> BDC ${shown} EMC`;
}

/** A colour `#rrggbb` as the fill. */
export function fill(color: string, operator: 'rg' | 'RG' = 'rg'): string {
  const channels = [1, 3, 5].map((at) => decimal(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  return `${channels.join(' ')} ${operator}`;
}

function inReadingOrder(run: GlyphRun): readonly number[] {
  return run.reversed ? run.glyphs.toReversed() : run.glyphs;
}

function array(run: GlyphRun, font: ReturnType<PaintFonts['font']>): string {
  const parts: string[] = [];
  let open = '';
  let list = '';
  let pen = 0;
  let drawn = 0;
  let rise = 0;
  const close = (): void => {
    if (open) list += `<${open}>`;
    open = '';
  };
  const flush = (): void => {
    close();
    if (list) parts.push(`[${list}] TJ`);
    list = '';
  };
  for (const [index, glyph] of run.glyphs.entries()) {
    const up = run.yOffsets?.[index] ?? 0;
    if (up !== rise) {
      flush();
      parts.push(`${decimal(up)} Ts`);
      rise = up;
    }
    const target = pen + (run.xOffsets?.[index] ?? 0);
    const shift = Math.round(((drawn - target) / run.size) * 1000);
    if (shift !== 0) {
      close();
      list += decimal(shift);
      drawn -= (shift * run.size) / 1000;
    }
    open += font.code(glyph);
    drawn += (font.width(glyph) * run.size) / 1000;
    pen += run.advances[index] ?? 0;
  }
  flush();
  if (rise !== 0) parts.push('0 Ts');
  return parts.join(' ');
}

function hex(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index++)
    result += text.charCodeAt(index).toString(16).padStart(4, '0');
  return result.toUpperCase();
}
