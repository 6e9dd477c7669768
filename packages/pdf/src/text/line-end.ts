import type { Item } from '../display/display-list.ts';
import { glyphPen, showRow } from './glyph-pen.ts';
import type { TextTools } from './set-line.ts';
import type { SetRun } from './set-string.ts';

/**
 * The space after a line that its author ended: the measure's lines end with one, and a reader of the
 * tags puts nothing between two lines of its own. `run` is read last in the line; `x` is where it ends.
 */
export function spaceAfter(
  { glyphs }: Pick<TextTools, 'glyphs'>,
  run: SetRun,
  x: number,
  baseline: number,
): readonly Item[] {
  const face = run.attributes.font[0];
  if (!face?.hasGlyphForCodePoint(0x20)) return [];
  const source = run.attributes.link;
  const { id, advanceWidth } = face.glyphForCodePoint(0x20);
  const natural = (advanceWidth * source.style.size) / face.unitsPerEm;
  const text = glyphs.note(face.key, id, ' ') ? undefined : ' ';
  const pen = glyphPen(face.key, source, baseline);
  pen.add({ id, x, advance: natural, natural, xOffset: 0, yOffset: 0, text });
  return pen.rows().map(showRow);
}
