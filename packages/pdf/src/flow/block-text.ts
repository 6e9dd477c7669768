import type { Heading, Paragraph, Phrasing } from '@octavo/core';
import type { StructureType } from '../display/display-list.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';
import { type BlockContext, inlineContext, textSettings } from './block-context.ts';
import { inlineRuns } from './inline.ts';

/** A paragraph, in its own language and direction when it has them. */
export function paragraph(node: Paragraph, context: BlockContext): void {
  const { session, column } = context;
  const language = node.lang ?? context.language;
  const direction = node.dir ?? context.direction;
  const own = { ...context, language, direction };
  const element = session.structure.open(
    'P',
    context.node,
    language === context.language ? {} : { lang: language },
  );
  const runs = inlineRuns(session, node.children, inlineContext(own, element));
  column.space(context.gap);
  const settings = textSettings(own);
  // A long address or name in a justified line tears it open.
  const ragged =
    settings.align === 'justify' &&
    runs.some((run) => /\S{28}/.test(run.text) && /[\d/_.@\\]/.test(run.text));
  const align = direction === 'rtl' ? 'right' : 'left';
  const lines = setText(session, runs, ragged ? { ...settings, align } : settings);
  column.addLines(lines, { x: context.x, place: context.place });
}

/** A heading inside an answer: with the two lines that follow it. */
export function heading(node: Heading, context: BlockContext): void {
  const level = Math.min(6, context.level + node.depth - 1, context.session.heading + 1);
  context.session.heading = level;
  const style = context.session.theme.headings[node.depth - 1] ?? context.style;
  context.column.space(context.leading * (node.depth < 3 ? 1 : 0.75));
  headingLines(node.children, `H${level}` as StructureType, style, context);
  context.column.space(context.leading * 0.3);
}

/** A line of heading in any style, kept with what follows. */
export function headingLines(
  nodes: readonly Phrasing[],
  type: StructureType,
  style: TextStyle,
  context: BlockContext,
): void {
  const { session, column } = context;
  const element = session.structure.open(type, context.node);
  const runs = inlineRuns(session, nodes, {
    style,
    node: element,
    language: context.language,
    owner: context.owner,
  });
  const align = context.direction === 'rtl' ? 'right' : 'left';
  const lines = setText(session, runs, {
    width: context.width,
    leading: style.size * 1.28,
    align,
    direction: context.direction,
    hyphenate: false,
  });
  column.addLines(lines, { x: context.x, place: context.place, keep: true, together: lines.length < 12 });
}
