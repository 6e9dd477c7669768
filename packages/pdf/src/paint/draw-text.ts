import type { GlyphRun, GlyphTexts } from '../display/display-list.ts';
import type { PaintFont } from './embed-font.ts';
import { decimal } from './pdf-document.ts';

/** What the page's content has set so far: said again only when it changes. */
export interface TextState {
  color: string;
  font: string;
}

/**
 * The operators for a run, the y axis pointing down. `differing` are the glyphs that stand for something
 * else here than in the book as a whole: a run of theirs says its text itself, as `texts` has it.
 */
export function glyphOperators(
  run: GlyphRun,
  font: PaintFont,
  state: TextState,
  texts: GlyphTexts,
  differing: GlyphTexts,
): string {
  let setup = '';
  if (state.color !== run.color) {
    state.color = run.color;
    setup = `${fill(run.color)} `;
  }
  const name = `/${font.name} ${decimal(run.size)} Tf `;
  if (state.font !== name) {
    state.font = name;
    setup += name;
  }
  const show = font.recode ? font.recode(run.show) : run.show;
  const shown = `BT ${setup}1 0 0 -1 ${decimal(run.x)} ${decimal(run.y)} Tm ${show} ET`;
  const text = run.text ?? differingText(run, texts[run.font], differing[run.font]);
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
  return (run.reversed ? said.reverse() : said).join('');
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
  const channels = [1, 3, 5].map((at) => decimal(Number.parseInt(color.slice(at, at + 2), 16) / 255));
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
