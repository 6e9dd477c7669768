import type { Paragraph } from '@octavo/core';
import { setText } from '../text/set-text.ts';
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
  const { align, ...unjustified } = settings;
  // A long address, name or formula in a justified line tears it open.
  const ragged =
    align === 'justify' &&
    runs.some(
      (run) =>
        (run.inset && run.inset.width > context.width / 2) ||
        (/\S{28}/.test(run.text) && /[\d/_.@\\]/.test(run.text)),
    );
  const lines = setText(session, runs, ragged ? unjustified : settings);
  column.addLines(lines, { x: context.x, place: context.place });
}
