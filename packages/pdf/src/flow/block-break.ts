import { FAINT } from '../page/theme.ts';
import type { BlockContext } from './block-context.ts';

/** A change of scene: a short centred rule. */
export function thematicBreak(context: BlockContext): void {
  const width = context.leading * 3;
  const x = context.x + (context.width - width) / 2;
  context.column.space(context.leading / 2);
  context.column.add({
    height: context.leading,
    items: [{ kind: 'box', x, y: context.leading / 2, width, height: 0.7, fill: FAINT }],
  });
  context.column.space(context.leading / 2);
}
