import type { Admonition, Blockquote, Details } from '@octavo/core';
import { ACCENT, FAINT, TINT } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { inlineRuns, plainRuns } from './inline.ts';
import type { Frame } from './piece.ts';

/** A quotation, indented beside a hairline. */
export async function blockquote(node: Blockquote, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const element = session.structure.open('BlockQuote', context.node);
  const indent = context.leading;
  const frame: Frame = { x: edge(context, 1), width: 1, above: 0, below: 0, bar: { color: FAINT, width: 1 } };
  column.space(context.gap);
  await column.framed(frame, () =>
    context.blocks(node.children, {
      ...context,
      node: element,
      ...inset(context, indent, context.width - indent * 1.5),
    }),
  );
  column.space(context.gap);
}

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
    above: 7,
    below: 8,
    fill: TINT,
    bar: { color, width: 2, right: context.direction === 'rtl' },
  };
  const inner = {
    ...context,
    nested: true,
    node: element,
    x: context.x + padding,
    width: context.width - 2 * padding,
    gap: context.gap * 0.8,
  };
  column.space(context.gap * 1.1);
  await column.framed(frame, async () => {
    const title = session.structure.open('P', element);
    const style = { ...session.theme.small, weight: 600, color };
    const runs = node.title
      ? inlineRuns(session, node.title, inlineContext(inner, title, style))
      : plainRuns(session, session.facts.labels[node.kind], style, title);
    const align = context.direction === 'rtl' ? 'right' : 'left';
    const lines = setText(session, runs, {
      width: inner.width,
      leading: context.leading,
      align,
      direction: context.direction,
      hyphenate: false,
    });
    column.addLines(lines, { x: inner.x, place: context.place, keep: true });
    column.space(1);
    await context.blocks(
      node.children,
      { ...inner, gap: Math.min(inner.gap, context.leading * 0.4) },
      node.title?.length ?? 0,
    );
  });
  column.space(context.gap * 1.1);
}

/** A fold on screen is open on paper: its summary, then its content indented. */
export async function details(node: Details, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const element = session.structure.open('Div', context.node);
  const summary = session.structure.open('P', element);
  const style = { ...context.style, weight: 600 };
  const lines = setText(session, inlineRuns(session, node.summary, inlineContext(context, summary, style)), {
    width: context.width,
    leading: context.leading,
    align: context.direction === 'rtl' ? 'right' : 'left',
    direction: context.direction,
    hyphenate: false,
  });
  column.space(context.gap);
  column.addLines(lines, { x: context.x, place: context.place, keep: true });
  column.space(context.gap * 0.5);
  const indent = context.leading * 0.9;
  await context.blocks(
    node.children,
    { ...context, node: element, ...inset(context, indent, context.width - indent) },
    node.summary.length,
  );
}

function inset(context: BlockContext, indent: number, width: number): Pick<BlockContext, 'x' | 'width'> {
  return {
    x: context.direction === 'rtl' ? context.x + context.width - indent - width : context.x + indent,
    width,
  };
}

function edge(context: BlockContext, width: number): number {
  return context.direction === 'rtl' ? context.x + context.width - width : context.x;
}
