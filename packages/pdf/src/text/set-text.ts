import { editMarks } from './edit-words.ts';
import { readParagraph, type Stretch } from './paragraph.ts';
import { paragraphLines } from './paragraph-lines.ts';
import type { SetLine, TextSettings, TextTools } from './set-line.ts';
import type { TextRun } from './text-run.ts';

/** Sets one paragraph, in which a `\n` of a run ends a line. Without any text, there are no lines. */
export function setText(
  tools: TextTools,
  runs: readonly TextRun[],
  settings: TextSettings,
): readonly SetLine[] {
  const texts = settable(tools, runs);
  if (/^[ \t\n\r]*$/.test(texts.join('')) && !runs.some((run) => run.inset)) return [];
  const sourceAt = sourceOffsets(runs);
  const parts = endedLines(runs, texts);
  const marks = editMarks(parts);
  let start = 0;
  return parts.flatMap((part, index) => {
    const paragraph = readParagraph(tools, part, settings);
    const before = start;
    start += paragraph.text.length + 1;
    const isEnded = index < parts.length - 1;
    const source = (offset: number): number | undefined => sourceAt(before + offset);
    return paragraphLines(tools, paragraph, settings, isEnded, source, marks[index]);
  });
}

/** Returns the stretches of a text between the ends of lines that its author set. */
function endedLines(runs: readonly TextRun[], texts: readonly string[]): readonly (readonly Stretch[])[] {
  const parts: Stretch[][] = [[]];
  for (const [index, source] of runs.entries()) {
    const own = texts[index] ?? '';
    for (let from = 0, end = 0; end !== -1; from = end + 1) {
      if (from > 0) parts.push([]);
      end = own.indexOf('\n', from);
      const text = end === -1 ? own.slice(from) : own.slice(from, end);
      if (text !== '') parts.at(-1)?.push({ source, text });
    }
  }
  return parts;
}

/**
 * Returns what of each run's text is set: a line does not begin with a space, nor has it two. What is inserted and what
 * is deleted keep their spaces, since a reader reads either the one or the other.
 */
function settable(tools: TextTools, runs: readonly TextRun[]): string[] {
  let last = '\n';
  let edit: TextRun['edit'];
  return runs.map((run) => {
    const own = plainer(run.text, tools, run);
    const text = last === '\n' || (last === ' ' && run.edit === edit) ? own.replace(/^ +/, '') : own;
    edit = run.edit;
    last = text.replace(ISOLATES, '').at(-1) ?? last;
    return text;
  });
}

/** They open and close a stretch in a direction of its own, and are not seen. */
const ISOLATES = /[\u2066-\u2069]/g;

/** Line and paragraph separators and their kin are white space (Unicode, 5.8) wherever they stand. */
const SEPARATORS = /[\v\f\u0085\u2028\u2029]/g;
/** Other control characters draw nothing. */
const CONTROLS = /[^\P{Control}\n]/gu;
const ODD = /[\v\f\u2028\u2029]|(?!\n)\p{Control}/u;
const SPACING = /[\u2028\u2029]|(?!\n)\p{Control}|[\u2000-\u200a\u2011\u202f\u205f\u3000]/u;

/** Fixed spaces and the unbreaking hyphen are rare in fonts: where none has one, its plain cousin is set. */
function plainer(text: string, tools: TextTools, run: TextRun): string {
  if (!SPACING.test(text)) return text;
  if (ODD.test(text)) return plainer(text.replace(SEPARATORS, ' ').replace(CONTROLS, '\u2060'), tools, run);
  const stack = tools.fonts.stack(run.style, run.language);
  return text.replace(new RegExp(SPACING, 'gu'), (letter) => {
    if (stack.some((face) => face.has(letter.charCodeAt(0)))) return letter;
    return letter === '\u2011' ? '\u2010' : '\u00a0';
  });
}

/** Tells the offset in the block's own text of the first character at or after a set offset; asked from left to right. */
function sourceOffsets(runs: readonly TextRun[]): (offset: number) => number | undefined {
  let index = 0;
  let start = 0;
  return (offset) => {
    for (let run = runs[index]; run; run = runs[++index]) {
      const end = start + run.text.length;
      if (end > offset && run.source !== undefined) return run.source + Math.max(0, offset - start);
      start = end;
    }
    return undefined;
  };
}

/** Returns the width that a text takes on one line. */
export function textWidth(tools: TextTools, runs: readonly TextRun[]): number {
  const widths = endedLines(runs, settable(tools, runs)).map((part) =>
    readParagraph(tools, part, { direction: 'ltr' }).atoms.reduce((total, atom) => total + atom.width, 0),
  );
  return Math.max(...widths);
}
