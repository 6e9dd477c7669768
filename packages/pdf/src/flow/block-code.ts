import { type Code, codeTitle } from '@octavo/core';
import type { CodeStretch } from '@octavo/core/highlight';
import type { Item } from '../display/display-list.ts';
import { DEEPER_TINT, MUTED, TINT } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText, textWidth } from '../text/set-text.ts';
import { showPen } from '../text/show-pen.ts';
import type { TextStyle } from '../text/text-run.ts';
import { addIn, type BlockContext, setIn } from './block-context.ts';
import {
  bySegment,
  type CodeEdits,
  type CodePart,
  codeSegments,
  partWords,
  segmentAt,
} from './code-edits.ts';
import { expandedCode, wrap } from './code-lines.ts';
import { labelRuns } from './label-runs.ts';
import { type Frame, moved } from './piece.ts';
import type { Session } from './session.ts';

const PADDING = 8;

/** A block of code under its title, in the colors of its language: every line whole, a long one wrapped. */
export async function code(node: Code, context: BlockContext): Promise<void> {
  const title = codeTitle(node);
  const group =
    title === undefined ? context.node : context.session.structure.open('Captioned', context.node);
  const own = { ...context, node: group };
  const edits = node.edits ?? [{ kind: context.edit ?? 'same', text: node.value }];
  // The grammars take a while to load: only a book that names a language needs them.
  // What is edited has no colors beside its marks.
  const isPlain = edits.every(({ kind }) => kind === 'same');
  const stretches =
    node.lang && isPlain
      ? (await import('@octavo/core/highlight')).codeStretches({
          lang: node.lang,
          value: expandedCode(node.value),
        })
      : [];
  await verbatim(edits, own, stretches, title);
}

/** Text in the code face with its own spaces and line ends. `stretches`: its colors, where its tabs are spaces. */
export async function verbatim(
  edits: CodeEdits,
  context: BlockContext,
  stretches: readonly CodeStretch[] = [],
  title?: string,
): Promise<void> {
  const { session, column } = context;
  const style = { ...session.theme.code, color: context.style.color };
  const leading = style.size * 1.42;
  const caption =
    title === undefined
      ? []
      : labelRuns(
          context,
          title,
          { ...session.theme.caption, weight: 600 },
          session.structure.open('Caption', context.node),
        );
  const element = session.structure.open('Code', session.structure.open('P', context.node), {
    placement: 'Block',
  });
  const segments = codeSegments(session, edits, element);
  const advance = textWidth(session, [{ text: '0', style, content: -1, language: 'und' }]);
  const columns = Math.max(8, Math.floor((context.width - 2 * PADDING) / advance));
  const inner = { ...context, x: context.x + PADDING };
  const frame: Frame = {
    x: context.x,
    width: context.width,
    above: PADDING - 2,
    below: PADDING - 2,
    fill: context.nested ? DEEPER_TINT : TINT,
  };
  const settings = { width: 1e4, leading, align: 'left', direction: 'ltr' } as const;
  const lines = wrap(edits.map(({ text }) => text).join(''), columns);
  const parts = lines.map(({ text, at }) => bySegment(coloured(text, at, stretches), at, segments));
  const wordsOf = partWords(parts);
  column.space(context.leading / 2, 1);
  await column.framed(frame, async () => {
    const width = context.width - 2 * PADDING;
    const above = setIn(context, caption, { ...settings, width, direction: context.direction });
    addIn(inner, above, { keep: true });
    column.space(above.length > 0 ? 2 : 0);
    for (const [index, { text, offset, at, continued, indent }] of lines.entries()) {
      const runs = (parts[index] ?? []).map((part) => ({
        style: { ...style, ...part.look, ...part.segment.look },
        content: part.segment.content,
        language: 'und',
        edit: wordsOf(part),
        // A no-break space is set as a space but never trimmed.
        text: text.slice(part.from, part.to).replace(/ /g, '\u00a0') || '\u00a0',
        source: offset + part.from,
      }));
      const [line] = setText(session, runs, settings);
      const isEnd = index < lines.length - 1 && lines[index + 1]?.continued === false;
      const keep =
        index < lines.length - 1 && (index === 0 || index === lines.length - 2 || lines.length <= 4);
      if (line) {
        const { content } = segmentAt(segments, at + text.length);
        const items = isEnd ? [...line.items, ...lineEnd(session, style, content, line)] : line.items;
        const x = indent * advance;
        const shown = moved({ ...line, items }, x, 0);
        const arrow = continued ? [arrowAt(x - advance * 1.4, line.baseline, advance)] : [];
        addIn(inner, [{ ...shown, items: [...arrow, ...shown.items] }], { keep });
      }
    }
  });
  column.space(context.leading / 2);
}

/** The parts of a line that begins `at` so far into its code. */
function coloured(text: string, at: number, stretches: readonly CodeStretch[]): readonly CodePart[] {
  const parts: CodePart[] = [];
  let from = 0;
  for (const { start, end, color, italic = false } of stretches) {
    const [first, last] = [Math.max(start - at, from), Math.min(end - at, text.length)];
    if (last <= first) continue;
    if (first > from) parts.push({ from, to: first, look: {} });
    parts.push({ from: first, to: last, look: { color, italic } });
    from = last;
  }
  if (from < text.length || parts.length === 0) parts.push({ from, to: text.length, look: {} });
  return parts;
}

/** An arrow before a line that goes on: drawn, so that nobody copies it. */
function arrowAt(x: number, baseline: number, size: number): Item {
  const [width, height] = [size, size * 0.8];
  return {
    kind: 'drawing',
    x,
    y: baseline - size * 0.95,
    width,
    height,
    content: -1,
    shapes: [
      {
        d: 'M0 4L10 4M6.5 0.5L10 4L6.5 7.5',
        matrix: [width / 10, 0, 0, height / 8, 0, 0],
        stroke: MUTED,
        strokeWidth: 1.2,
      },
    ],
  };
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
