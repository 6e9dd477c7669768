import { type LineEnd, lineItems } from './line-items.ts';
import { plainLines } from './plain-lines.ts';
import { plainText } from './plain-text.ts';
import type { SetLine, TextSettings, TextTools } from './set-line.ts';
import type { SetRun } from './set-string.ts';
import type { TextRun } from './text-run.ts';

/** Sets one paragraph; a `\n` in a run ends a line. No text, no lines. */
export function setText(
  tools: TextTools,
  runs: readonly TextRun[],
  settings: TextSettings,
): readonly SetLine[] {
  const texts = settable(tools, runs);
  const string = texts.join('');
  if (/^[ \t\n\r]*$/.test(string) && !runs.some((run) => run.inset)) return [];
  if (!string.includes('\n')) {
    const plain = plainText(tools, runs, texts, settings);
    if (plain) {
      const sourceAt = sourceOffsets(runs);
      return plainLines(tools, plain, settings).map(({ offset, ...line }) => ({
        ...line,
        source: sourceAt(offset),
      }));
    }
  }
  return shapedLines(tools, runs, texts, settings);
}

/** The lines as textkit sets them, which knows every script. */
function shapedLines(
  tools: TextTools,
  runs: readonly TextRun[],
  texts: readonly string[],
  settings: TextSettings,
): readonly SetLine[] {
  const { string, setRuns } = attributed(tools, runs, texts, settings);
  const lines = tools.engine({ string, runs: setRuns }, settings.width, { hyphenate: settings.hyphenate });
  const sourceAt = sourceOffsets(runs);
  let offset = 0;
  return lines.map((line) => {
    const end = endOf(line.string, string, offset);
    const set = lineItems(tools, line, end, settings.leading);
    const source = sourceAt(offset);
    offset += line.string.length + { hyphen: -1, break: 1, open: 0 }[end];
    return { ...set, source };
  });
}

/** textkit adds a hyphen of its own to a line, and drops the `\n` it ends at: the text has neither or both. */
function endOf(line: string, text: string, offset: number): LineEnd {
  const end = offset + line.length;
  if (line.endsWith('-') && text[end - 1] !== '-') return 'hyphen';
  return text[end] === '\n' ? 'break' : 'open';
}

/** What of each run's text is set: a line does not begin with a space, nor has it two. */
function settable(tools: TextTools, runs: readonly TextRun[]): string[] {
  let last = '\n';
  return runs.map((run) => {
    const own = plainer(run.text, tools, run);
    const text = last === '\n' || last === ' ' ? own.replace(/^ +/, '') : own;
    last = text.at(-1) ?? last;
    return text;
  });
}

function attributed(
  tools: TextTools,
  runs: readonly TextRun[],
  texts: readonly string[],
  settings: TextSettings,
): { string: string; setRuns: SetRun[] } {
  let string = '';
  const setRuns: SetRun[] = [];
  for (const [index, run] of runs.entries()) {
    const box = run.inset ?? run.slot;
    const text = texts[index] ?? '';
    if (text === '') continue;
    const start = string.length;
    string += text;
    setRuns.push({
      start,
      end: string.length,
      attributes: {
        link: run,
        font: tools.fonts.stack(run.style, run.language),
        fontSize: run.style.size,
        features: [...run.style.features],
        direction: settings.direction,
        align: settings.align,
        alignLastLine:
          settings.align === 'justify' ? (settings.direction === 'rtl' ? 'right' : 'left') : settings.align,
        lineHeight: settings.leading,
        ...(settings.indent ? { indent: settings.indent } : {}),
        ...(box ? { attachment: { width: box.width, height: 1, image: NO_IMAGE } } : {}),
      },
    });
  }
  return { string, setRuns };
}

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
    if (stack.some((face) => face.hasGlyphForCodePoint(letter.charCodeAt(0)))) return letter;
    return letter === '\u2011' ? '\u2010' : '\u00a0';
  });
}

const NO_IMAGE: never = undefined as never;

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

/** The width a text takes on one line. */
export function textWidth(tools: TextTools, runs: readonly TextRun[]): number {
  const texts = settable(tools, runs);
  if (!texts.some((text) => text.includes('\n'))) {
    const plain = plainText(tools, runs, texts, { direction: 'ltr', hyphenate: false });
    if (plain) return plain.atoms.reduce((total, atom) => total + atom.width, 0);
  }
  const settings = { width: 1e5, leading: 1, align: 'left', direction: 'ltr', hyphenate: false } as const;
  const lines = setText(tools, runs, settings);
  return lines.reduce((widest, line) => Math.max(widest, line.width), 0);
}
