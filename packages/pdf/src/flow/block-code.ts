import type { Code } from '@octavo/core';
import { TINT } from '../page/theme.ts';
import { setText, textWidth } from '../text/set-text.ts';
import type { BlockContext } from './block-context.ts';
import { plainRuns } from './inline.ts';
import type { Frame } from './piece.ts';

const TAB = 4;
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
  const element = session.structure.open('Code', session.structure.open('P', context.node), { placement: 'Block' });
  const content = session.structure.content(element);
  const advance = textWidth(session, [{ text: '0', style, content: -1, language: 'und' }]);
  const columns = Math.max(8, Math.floor((context.width - 2 * PADDING) / advance));
  const frame: Frame = { x: context.x, width: context.width, above: PADDING - 2, below: PADDING - 2, fill: TINT };
  const settings = { width: 1e4, leading, align: 'left', direction: 'ltr', hyphenate: false } as const;
  const lines = wrap(value, columns);
  column.space(context.gap);
  await column.framed(frame, async () => {
    for (const [index, { text, offset, continued }] of lines.entries()) {
      // A no-break space is set as a space but never trimmed.
      const shown = text.replace(/ /g, '\u00a0') || '\u00a0';
      const [line] = setText(session, [{ text: shown, style, content, language: 'und', source: offset }], settings);
      if (!line) continue;
      const keep = index < lines.length - 1 && (index === 0 || index === lines.length - 2 || lines.length <= 4);
      column.addLines([line], { x: context.x + PADDING, place: context.place, keep });
      if (continued) {
        const [sign] = setText(session, plainRuns(session, '↪', { ...style, size: style.size * 0.85 }, -1), settings);
        if (sign) column.beside(column.pieces.length - 1, sign, context.x + 0.5);
      }
    }
  });
  column.space(context.gap);
}

interface CodeLine {
  readonly text: string;
  readonly offset: number;
  readonly continued: boolean;
}

/** Cuts lines to a number of columns; wide (East Asian) characters count two. */
function wrap(value: string, columns: number): CodeLine[] {
  const lines: CodeLine[] = [];
  let offset = 0;
  for (const source of value.split('\n')) {
    let text = '';
    let used = 0;
    let continued = false;
    let start = offset;
    let at = offset;
    for (const letter of source.replace(/\r$/, '')) {
      const shown = letter === '\t' ? ' '.repeat(TAB - (used % TAB)) : letter;
      const width = letter === '\t' ? shown.length : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u.test(letter) ? 2 : /\p{M}|\u200d|\ufe0f/u.test(letter) ? 0 : 1;
      if (used + width > columns && text !== '') {
        lines.push({ text, offset: start, continued });
        text = '';
        used = 0;
        continued = true;
        start = at;
      }
      text += shown;
      used += width;
      at += letter.length;
    }
    lines.push({ text, offset: start, continued });
    offset += source.length + 1;
  }
  return lines;
}
