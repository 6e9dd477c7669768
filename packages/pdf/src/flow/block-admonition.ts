import type { Admonition } from '@octavo/core';
import { admonitionWord } from '@octavo/core/say';
import { ACCENT, INK, TINT } from '../page/theme.ts';
import { addIn, type BlockContext, inlineContext, setIn } from './block-context.ts';
import { inlineRuns } from './inline.ts';
import { labelRuns } from './label-runs.ts';
import type { Frame } from './piece.ts';

const WARNING = '#8a3b12';

/** A note, tip or warning: a tinted box with its name above the text. */
export async function admonition(node: Admonition, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const element = session.structure.open('Div', context.node);
  const color = node.kind === 'warning' ? WARNING : ACCENT;
  const padding = context.leading * 0.9;
  const frame: Frame = {
    x: context.x,
    width: context.width,
    above: context.leading / 2,
    below: context.leading / 2,
    fill: TINT,
    bar: { color, width: 2, right: context.direction === 'rtl' },
  };
  const inner = {
    ...context,
    nested: true,
    node: element,
    x: context.x + padding,
    width: context.width - 2 * padding,
  };
  column.space(context.leading / 2, 1);
  await column.framed(frame, async () => {
    const title = session.structure.open('P', element);
    const style = { ...session.theme.small, weight: 600, color };
    const word = admonitionWord(node, session.facts.labels);
    const own = node.title ?? [];
    const runs = [
      ...(word === '' ? [] : labelRuns(inner, own.length > 0 ? `${word}\u2002` : word, style, title)),
      ...inlineRuns(session, own, inlineContext(inner, title, { ...style, color: INK })),
    ];
    addIn(inner, setIn(inner, runs), { keep: 2 });
    await context.blocks(node.children, inner, node.title?.length ?? 0);
  });
  column.space(context.leading / 2, 1);
}
