import { mirrored } from '../bidi.ts';
import type { GlyphRun, GlyphTexts } from '../display/display-list.ts';
import { channelsOf } from '../picture/color.ts';
import { decimal } from './digits.ts';
import { fontName } from './embed-font.ts';

/** What the glyphs stand for where a page was laid out, and which stand for something else in the book. */
export interface GlyphMeanings {
  readonly texts: GlyphTexts;
  readonly differing: GlyphTexts;
}

/** What the page's content has set so far: said again only when it changes. */
export interface TextState {
  color: string;
  font: string;
  scale: number;
}

/**
 * The operators for a run, the y axis pointing down. A run with a glyph that stands for something else
 * here than in the book as a whole says its text itself.
 */
export function glyphOperators(run: GlyphRun, brushes: GlyphMeanings, state: TextState): string {
  let setup = '';
  if (state.color !== run.color) {
    state.color = run.color;
    setup = `${fill(run.color)} `;
  }
  const font = `/${fontName(run.font)} ${decimal(run.size)} Tf `;
  if (state.font !== font) {
    state.font = font;
    setup += font;
  }
  const scale = run.scale ?? 1;
  if (state.scale !== scale) {
    state.scale = scale;
    setup += `${decimal(scale * 100)} Tz `;
  }
  const shown = `BT ${setup}1 0 0 -1 ${decimal(run.x)} ${decimal(run.y)} Tm ${run.show} ET`;
  const text = run.text ?? differingText(run, brushes.texts[run.font], brushes.differing[run.font]);
  if (text === undefined) return run.reversed ? `/ReversedChars BMC ${shown} EMC` : shown;
  return `/Span <</ActualText <FEFF${hex(text)}>>> BDC ${shown} EMC`;
}

function differingText(
  run: GlyphRun,
  texts: Readonly<Record<number, string>> | undefined,
  differing: Readonly<Record<number, string>> | undefined,
): string | undefined {
  if (!differing) return undefined;
  const glyphs = glyphsOf(run.show);
  if (!glyphs.some((glyph) => glyph in differing)) return undefined;
  const said = glyphs.map((glyph) => texts?.[glyph] ?? '');
  return (run.reversed ? said.reverse().map(mirrored) : said).join('');
}

/** The ids of the glyphs that operators show, in their order. */
function glyphsOf(show: string): number[] {
  return [...show.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, digits = '']) =>
    (digits.match(/.{4}/g) ?? []).map((own) => Number.parseInt(own, 16)),
  );
}

const fills = new Map<string, string>();

/** A colour `#rrggbb` as the fill. */
export function fill(color: string, operator: 'rg' | 'RG' = 'rg'): string {
  const name = `${color} ${operator}`;
  const known = fills.get(name);
  if (known !== undefined) return known;
  const channels = channelsOf(color).map((value) => decimal(value / 255));
  const operators = `${channels.join(' ')} ${operator}`;
  fills.set(name, operators);
  return operators;
}

function hex(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index++)
    result += text.charCodeAt(index).toString(16).padStart(4, '0');
  return result.toUpperCase();
}
