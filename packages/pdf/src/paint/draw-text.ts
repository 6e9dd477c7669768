import type { GlyphRun } from '../display/display-list.ts';
import { channelsOf } from '../picture/color.ts';
import { remembered } from '../remembered.ts';
import { decimal } from './digits.ts';
import { fontName } from './embed-font.ts';
import { utf16 } from './object-writer.ts';

/** The page's content has set these so far. They are set again only when they change. */
export interface TextState {
  color: string;
  font: string;
  scale: number;
}

/** Returns the operators that draw a run of glyphs. The y axis points down. */
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

/** Returns the entry by which a marked stretch of content says another text than its glyphs (ISO 32000-2, 14.9.4). */
export function actualText(text: string): string {
  return `/ActualText <FEFF${utf16(text).toUpperCase()}>`;
}

/** Returns the operators that set a color `#rrggbb` for filling, or for stroking (ISO 32000-2, 8.6.8). */
export function fill(color: string, operator: 'rg' | 'RG' = 'rg'): string {
  return `${channelList(color)} ${operator}`;
}

const channelList = remembered((color: string) =>
  channelsOf(color)
    .map((value) => decimal(value / 255))
    .join(' '),
);
