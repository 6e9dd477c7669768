import type { Item, LinkArea } from '../display/display-list.ts';
import type { FaceGlyph } from '../fonts/face.ts';
import type { SetRun, SetString } from './engine.ts';
import { glyphPen } from './glyph-pen.ts';
import { pushDecoration } from './line-decoration.ts';
import { readFromRight, readingOrder } from './reading-order.ts';
import type { SetLine, TextTools } from './set-text.ts';
import type { TextRun } from './text-run.ts';

type Line = Omit<SetLine, 'source'>;

type LineTools = Pick<TextTools, 'glyphs'>;

/** Converts a line textkit has set into items. `hyphenated`: its last glyph is a hyphen of textkit's. */
export function lineItems(tools: LineTools, line: SetString, hyphenated: boolean, leading: number): Line {
  const size = Math.max(
    0,
    ...line.runs.map((run) => (run.attributes.link.inset ? 0 : (run.attributes.fontSize ?? 0))),
  );
  const rise = Math.max(0, ...line.runs.map((run) => heightAbove(run) - leading * 0.5 - size * 0.3));
  const drop = Math.max(
    0,
    ...line.runs.map((run) => (run.attributes.link.inset?.depth ?? 0) - leading * 0.5 + size * 0.3),
  );
  const baseline = leading * 0.5 + size * 0.33 + rise;
  const parts: Item[][] = [];
  const behind: Item[] = [];
  const links = new Map<number, { left: number; right: number; run: TextRun }>();
  const left = line.box?.x ?? 0;
  let x = left;
  for (const [index, run] of line.runs.entries()) {
    const source = run.attributes.link;
    const start = x;
    const items: Item[] = [];
    const isLast = hyphenated && index === line.runs.length - 1;
    x =
      source.slot !== undefined
        ? pushSlot(items, run, x, baseline, behind.length === 0 && parts.every((part) => part.length === 0))
        : pushGlyphs(items, tools, run, x, baseline, isLast);
    pushDecoration(items, behind, source, start, x, baseline);
    parts.push(items);
    if (source.link && x > start) {
      const known = links.get(source.link.node);
      links.set(source.link.node, {
        left: Math.min(known?.left ?? start, start),
        right: Math.max(known?.right ?? x, x),
        run: source,
      });
    }
  }
  const order = readingOrder(line.runs.map(levelOf));
  const items = [...behind, ...order.flatMap((index) => parts[index] ?? [])];
  return {
    height: leading + rise + drop,
    baseline,
    left,
    width: x - left,
    items,
    links: [...links.values()].map((area) => linkArea(area, baseline)),
    notes: line.runs.flatMap((run) => run.attributes.link.note ?? []),
  };
}

function levelOf(run: SetRun): number {
  return run.attributes.bidiLevel ?? 0;
}

function heightAbove(run: SetRun): number {
  const inset = run.attributes.link.inset;
  return inset ? inset.height - inset.depth : 0;
}

function linkArea(area: { left: number; right: number; run: TextRun }, baseline: number): LinkArea {
  const { link, style } = area.run;
  if (!link) throw new Error('not a link');
  return {
    x: area.left,
    y: baseline - style.size * 0.8 - style.rise,
    width: area.right - area.left,
    height: style.size * 1.1,
    node: link.node,
    target: link.target,
    contents: link.contents,
  };
}

function pushSlot(items: Item[], run: SetRun, x: number, baseline: number, isFirst: boolean): number {
  const source = run.attributes.link;
  const width = sum((run.positions ?? []).map((position) => position.xAdvance));
  const font = run.attributes.font[0]?.key ?? '';
  const { size, color, rise } = source.style;
  items.push({
    kind: 'slot',
    x,
    y: baseline - rise,
    width,
    font,
    size,
    color,
    content: source.content,
    anchor: '',
    ...source.slot,
    // What a short number leaves over joins the space before it, but never indents a line.
    slack: isFirst ? 'inside' : 'before',
  });
  return x + width;
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
  if (source.inset)
    return pushInset(items, source, start, baseline, sum(positions.map((position) => position.xAdvance)));
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
    if (glyph.id >= 0 && text !== '\n') {
      const isHyphen = hyphenated && index === glyphs.length - 1;
      const yOffset = (position.advanceWidth ?? 0) * scale;
      const drawn = {
        id: glyph.id,
        x,
        advance: position.xAdvance,
        xOffset: position.xOffset,
        yOffset,
        text: undefined,
      };
      if (text === '') pen.join(drawn, said);
      else {
        const known = tools.glyphs.note(face.key, glyph.id, text) && !isHyphen;
        pen.add({ ...drawn, text: known ? undefined : isHyphen ? '\u00ad' : text });
      }
      said = text === '' ? said : text;
    }
    x += position.xAdvance;
  }
  items.push(...(levelOf(run) % 2 === 1 ? readFromRight(pen.runs()) : pen.runs()));
  return x;
}

function pushInset(items: Item[], source: TextRun, x: number, baseline: number, width: number): number {
  const inset = source.inset;
  if (inset) items.push({ ...inset.item, x, y: baseline - inset.height + inset.depth - source.style.rise });
  return x + width;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
