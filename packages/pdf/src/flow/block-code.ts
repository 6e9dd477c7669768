import type { Code } from '@octavo/core';
import type { Item } from '../display/display-list.ts';
import { DEEPER_TINT, MUTED, TINT } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText, textWidth } from '../text/set-text.ts';
import { showPen } from '../text/show-pen.ts';
import type { TextStyle } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import { wrap } from './code-lines.ts';
import { plainRuns } from './inline.ts';
import type { Frame } from './piece.ts';
import type { Session } from './session.ts';

const PADDING = 8;

/** A block of code: every line whole, a long one wrapped with a sign in the margin. */
export async function code(node: Code, context: BlockContext): Promise<void> {
  await verbatim(node.value, context);
}

/** Text in the code face with its own spaces and line ends. */
export async function verbatim(value: string, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const style = { ...session.theme.code, color: context.style.color };
  const leading = style.size * 1.42;
  const element = session.structure.open('Code', session.structure.open('P', context.node), {
    placement: 'Block',
  });
  const content = session.structure.content(element);
  const advance = textWidth(session, [{ text: '0', style, content: -1, language: 'und' }]);
  const columns = Math.max(8, Math.floor((context.width - 2 * PADDING) / advance));
  const frame: Frame = {
    x: context.x,
    width: context.width,
    above: PADDING - 2,
    below: PADDING - 2,
    fill: context.nested ? DEEPER_TINT : TINT,
  };
  const settings = { width: 1e4, leading, align: 'left', direction: 'ltr' } as const;
  const lines = wrap(value, columns);
  column.space(context.leading / 2, 1);
  await column.framed(frame, async () => {
    for (const [index, { text, offset, continued }] of lines.entries()) {
      // A no-break space is set as a space but never trimmed.
      const shown = text.replace(/ /g, '\u00a0') || '\u00a0';
      const runs = [{ text: shown, style, content, language: 'und', source: offset }];
      const [line] = setText(session, runs, settings);
      const isEnd = index < lines.length - 1 && lines[index + 1]?.continued === false;
      const keep =
        index < lines.length - 1 && (index === 0 || index === lines.length - 2 || lines.length <= 4);
      if (line) {
        const items = isEnd ? [...line.items, ...lineEnd(session, style, content, line)] : line.items;
        column.addLines([{ ...line, items }], { x: context.x + PADDING, place: context.place, keep });
      }
      if (continued) {
        const [sign] = setText(
          session,
          plainRuns(session, '→', { ...style, size: style.size * 0.72, color: MUTED }, -1),
          settings,
        );
        if (sign) column.beside(column.pieces.length - 1, sign, context.x + 1.5);
      }
    }
  });
  column.space(context.leading / 2);
}

/**
 * The end of a line of code: a space that says a line feed, so that who reads the tags, or copies, gets the
 * lines that the author wrote and not those of the column.
 */
function lineEnd(
  { fonts, glyphs }: Session,
  style: TextStyle,
  content: number,
  { left, width, baseline }: Pick<SetLine, 'left' | 'width' | 'baseline'>,
): readonly Item[] {
  const [face] = fonts.stack(style, 'und');
  if (!face?.has(0x20)) return [];
  const pen = showPen(glyphs, face, { style, content }, baseline);
  pen.word(face.words([])(' '), left + width, '\n');
  return pen.runs();
}
