import type { Item } from '../display/display-list.ts';
import type { FaceGlyph, GlyphPart } from '../fonts/opened-font.ts';
import { glyphPen, showRow } from './glyph-pen.ts';
import { insetItem, slotItem } from './line-boxes.ts';
import { pushDecoration } from './line-decoration.ts';
import { spaceAfter } from './line-end.ts';
import { lineFrame, linkAreas } from './line-frame.ts';
import { readFromRight, readingOrder } from './reading-order.ts';
import type { SetLine, TextTools } from './set-line.ts';
import type { SetRun, SetString } from './set-string.ts';

type Line = Omit<SetLine, 'source'>;

type LineTools = Pick<TextTools, 'glyphs'>;

/** How a line ends: by a hyphen of textkit's, by its author's will, or as it comes. */
export type LineEnd = 'hyphen' | 'break' | 'open';

/** Converts a line textkit has set into items. */
export function lineItems(tools: LineTools, line: SetString, end: LineEnd, leading: number): Line {
  const sources = line.runs.map((run) => run.attributes.link);
  const { height, baseline } = lineFrame(sources, leading);
  const parts: Item[][] = [];
  const behind: Item[] = [];
  const links = linkAreas();
  const left = line.box?.x ?? 0;
  let x = left;
  for (const [index, run] of line.runs.entries()) {
    const source = run.attributes.link;
    const start = x;
    const items: Item[] = [];
    const isLast = end === 'hyphen' && index === line.runs.length - 1;
    if (source.slot !== undefined) {
      const isFirst = behind.length === 0 && parts.every((part) => part.length === 0);
      const width = advance(run);
      items.push(
        slotItem(
          source,
          run.attributes.font[0]?.key ?? '',
          x,
          width,
          baseline,
          isFirst ? 'behind' : 'before',
        ),
      );
      x += width;
    } else if (source.inset) {
      items.push(...insetItem(source, x, baseline));
      x += advance(run);
    } else x = pushGlyphs(items, tools, run, x, baseline, isLast);
    pushDecoration(items, behind, source, start, x, baseline);
    parts.push(items);
    links.add(source, start, x);
  }
  const order = readingOrder(line.runs.map(levelOf));
  const items = [...behind, ...order.flatMap((index) => parts[index] ?? [])];
  const last = line.runs[order.at(-1) ?? -1];
  if (last && end === 'break') items.push(...spaceAfter(tools, last, x, baseline));
  return {
    height,
    baseline,
    left,
    width: x - left,
    items,
    links: links.areas(baseline),
    notes: sources.flatMap((source) => source.note ?? []),
  };
}

function levelOf(run: SetRun): number {
  return run.attributes.bidiLevel ?? 0;
}

function advance(run: SetRun): number {
  return (run.positions ?? []).reduce((total, position) => total + position.xAdvance, 0);
}

function pushGlyphs(
  items: Item[],
  tools: LineTools,
  run: SetRun,
  start: number,
  baseline: number,
  hyphenated: boolean,
): number {
  const source = run.attributes.link;
  const glyphs = (run.glyphs ?? []) as readonly FaceGlyph[];
  const positions = run.positions ?? [];
  const face = run.attributes.font[0];
  if (!face || glyphs.length === 0) return start;
  const scale = source.style.size / face.unitsPerEm;
  const pen = glyphPen(face.key, source, baseline);
  let x = start;
  let said = '';
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index];
    if (!position) continue;
    const text = glyph.text ?? String.fromCodePoint(...glyph.codePoints);
    if (glyph.id >= 0) {
      const isHyphen = hyphenated && index === glyphs.length - 1;
      const yOffset = (position.advanceWidth ?? 0) * scale;
      const whole = {
        id: glyph.id,
        advance: position.xAdvance,
        natural: glyph.advanceWidth * scale,
        xOffset: position.xOffset,
        yOffset,
      };
      const [first = whole, ...others] = glyph.parts?.map((part) => scaled(part, scale)) ?? [];
      const drawn = { ...first, x, text: undefined };
      const [letter = text, ...marks] = lettersOf(text, others.length + 1);
      if (text === '') pen.join(drawn, said);
      else {
        const known = tools.glyphs.note(face.key, glyph.id, letter) && !isHyphen;
        pen.add({ ...drawn, text: known ? undefined : isHyphen ? '\u00ad' : text });
      }
      let at = x + first.advance;
      for (const [place, part] of others.entries()) {
        // A font holds only glyphs that stand for something.
        tools.glyphs.note(face.key, part.id, marks[place] ?? text);
        pen.join({ ...part, x: at, text: undefined }, text);
        at += part.advance;
      }
      said = text === '' ? said : text;
    }
    x += position.xAdvance;
  }
  const rows = levelOf(run) % 2 === 1 ? readFromRight(pen.rows()) : pen.rows();
  items.push(...rows.map(showRow));
  return x;
}

/**
 * What each glyph of a letter with marks stands for, for readers that do not know ActualText: the letter and
 * its marks where there are as many of them as glyphs, composed or taken apart; otherwise the whole.
 */
function lettersOf(text: string, count: number): readonly string[] {
  if (count === 1) return [text];
  const spelled = (['NFC', 'NFD'] as const).map((form) => [...text.normalize(form)]);
  return spelled.find((letters) => letters.length === count) ?? [text];
}

function scaled({ id, ...lengths }: GlyphPart, scale: number): GlyphPart {
  const entries = Object.entries(lengths).map(([name, value]) => [name, value * scale] as const);
  return { id, ...(Object.fromEntries(entries) as Omit<GlyphPart, 'id'>) };
}
