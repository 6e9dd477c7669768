import type { BlockContext } from './block-context.ts';

/** Where blocks stand that are set in by `indent` points on the side reading begins, `width` points wide. */
export function indented(
  context: BlockContext,
  indent: number,
  width: number,
): Pick<BlockContext, 'x' | 'width'> {
  return {
    x: context.direction === 'rtl' ? context.x + context.width - indent - width : context.x + indent,
    width,
  };
}
