import type { GlyphRun } from '../display/display-list.ts';
import { channelsOf } from '../picture/color.ts';
import { decimal } from './digits.ts';
import { fontName } from './embed-font.ts';

/** What the page's content has set so far: said again only when it changes. */
export interface TextState {
  color: string;
  font: string;
  scale: number;
}

/** The operators for a run, the y axis pointing down. */
export function glyphOperators(run: GlyphRun, state: TextState): string {
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
  return `BT ${setup}1 0 0 -1 ${decimal(run.x)} ${decimal(run.y)} Tm ${run.show} ET`;
}

/** What a marked stretch is said to be instead of its glyphs (ISO 32000-1, 14.9.4). */
export function actualText(text: string): string {
  return `/ActualText <FEFF${hex(text)}>`;
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
