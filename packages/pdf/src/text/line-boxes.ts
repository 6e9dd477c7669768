import type { Item, Slot } from '../display/display-list.ts';
import type { TextRun } from './text-run.ts';

/** Returns the slot for a page number in a line. */
export function slotItem(source: TextRun, font: string, x: number, width: number, baseline: number): Slot {
  const { size, color, rise } = source.style;
  return {
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
  };
}

/** Returns what stands in a line like a letter. */
export function insetItem(source: TextRun, x: number, baseline: number): readonly Item[] {
  const { inset, style } = source;
  return inset ? [{ ...inset.item, x, y: baseline - inset.height + inset.depth - style.rise }] : [];
}
