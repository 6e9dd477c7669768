import { type Paragraph, toText } from '@octavo/core';
import { directionWithin } from '@octavo/core/say';
import { setText } from '../text/set-text.ts';
import { addIn, type BlockContext, inlineContext, spaceBefore, textSettings } from './block-context.ts';
import { inlineRuns } from './inline.ts';

/**
 * Matches a text in which no line may end. Wide letters, and scripts without spaces, may be parted between
 * any words.
 */
const UNPARTED = /[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uff00-\uffef]{28}/;
const ANNOUNCES = /[:：]\s*$/;

/** A paragraph, in its own language and direction when it has them. */
export function paragraph(node: Paragraph, context: BlockContext): void {
  const { session, column } = context;
  const language = node.lang ?? context.language;
  const direction = directionWithin(node, context.direction) ?? context.direction;
  const own = { ...context, language, direction };
  const element = session.structure.open(
    'P',
    context.node,
    language === context.language ? {} : { lang: language },
  );
  const runs = inlineRuns(session, node.children, inlineContext(own, element));
  const runsOn = context.follows === 'paragraph' && !runs.every((run) => run.inset);
  column.space(runsOn ? 0 : spaceBefore(context));
  const settings = { ...textSettings(own), ...(runsOn ? { indent: context.leading } : {}) };
  const { align, ...unjustified } = settings;
  // A long address, name or formula would tear a justified line open.
  const ragged =
    align === 'justify' &&
    runs.some(
      (run) =>
        (run.inset && run.inset.width > context.width / 2) ||
        (UNPARTED.test(run.text) && /[\d/_.@\\]/.test(run.text)),
    );
  const lines = setText(session, runs, ragged ? unjustified : settings);
  // A line that announces something stays on the page where the announced thing begins.
  const keep = ANNOUNCES.test(toText(node.children)) ? 2 : false;
  addIn(context, lines, { keep });
}
