import { type BlockContext } from './block-context.ts';

export function inset(context: BlockContext, indent: number, width: number): Pick<BlockContext, 'x' | 'width'> {
  return {
    x: context.direction === 'rtl' ? context.x + context.width - indent - width : context.x + indent,
    width,
  };
}
