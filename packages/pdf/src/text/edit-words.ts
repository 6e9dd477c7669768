import type { Box, GlyphRun } from '../display/display-list.ts';
import type { Stretch } from './paragraph.ts';
import type { TextTools } from './set-line.ts';
import { showPen } from './show-pen.ts';
import type { SpokenWords, TextRun } from './text-run.ts';

/** An edit begins or ends at an offset of a paragraph, where a reader of the tags hears words. */
export interface EditMark {
  readonly offset: number;
  readonly isEnd: boolean;
  readonly run: TextRun;
  readonly words: SpokenWords;
}

/** Returns where the edits of a text begin and end, for each of its parts between two ends of lines. */
export function editMarks(parts: readonly (readonly Stretch[])[]): readonly EditMark[][] {
  const marks: EditMark[][] = parts.map(() => []);
  let last: { readonly run: TextRun; readonly part: number; readonly offset: number } | undefined;
  const end = (): void => {
    const words = last?.run.edit?.closes;
    if (last && words) marks[last.part]?.push({ ...last, isEnd: true, words });
    last = undefined;
  };
  for (const [part, stretches] of parts.entries()) {
    let offset = 0;
    for (const { source: run, text } of stretches) {
      if (last && last.run.edit !== run.edit) end();
      if (!last && run.edit?.opens) marks[part]?.push({ offset, run, isEnd: false, words: run.edit.opens });
      offset += text.length;
      if (run.edit) last = { run, part, offset };
    }
  }
  end();
  return marks;
}

/** Takes the marks of a line that ends at `end` from the front of a paragraph's; the last line takes all that are left. */
export function takeMarks(marks: EditMark[], end: number, isLast: boolean): readonly EditMark[] {
  const next = marks.findIndex(({ offset, isEnd }) => offset > end || (offset === end && !isEnd));
  return marks.splice(0, isLast || next === -1 ? marks.length : next);
}

/** Returns a glyph without ink that says the words of a mark. To readers that do not know so, it says nothing. */
export function spokenMark(
  { fonts, glyphs }: TextTools,
  { run: { style, language }, words }: EditMark,
  x: number,
  baseline: number,
): readonly GlyphRun[] {
  const face = fonts.stack(style, language).find((own) => own.has(0x20));
  const blank = face?.words([])(' ');
  if (!face || !blank) return [];
  const pen = showPen(glyphs, face, { style, content: words.content }, baseline - style.rise);
  const silent = blank.glyphs.map((glyph) => ({ ...glyph, text: WORD_JOINER, advance: 0 }));
  pen.word({ ...blank, glyphs: silent, show: undefined }, x, words.text);
  return pen.runs();
}

const WORD_JOINER = '\u2060';

/** Returns the bar in the margin beside something of this height that has a change. It gets its place with its page. */
export function changeBar(height: number): Box {
  return { kind: 'box', x: 0, y: 0, width: 1, height, outer: true };
}
