import type { PhrasingContent, RootContent } from 'mdast';
import { term } from '../model/nodes.ts';
import { place } from '../model/place.ts';
import { dedent, indentOf } from '../text/runs.ts';
import type { RstContext } from './context.ts';
import { explicit } from './explicit.ts';
import { endOfIndented } from './indented.ts';
import { rstInline } from './inline.ts';
import { rstLists } from './lists.ts';
import { isAdornment } from './sections.ts';
import { rstTable } from './tables.ts';

/** What is indented deeper than this was not written by anybody, and is read as text. */
const MAX_DEPTH = 30;

/** A reader of runs of lines, which calls itself for what is indented. */
export function blockReader(base: Omit<RstContext, 'blocks'>): RstContext['blocks'] {
  let depth = 0;
  const context: RstContext = {
    ...base,
    blocks(lines, line) {
      if (depth >= MAX_DEPTH) return plain(lines, line, context);
      depth++;
      try {
        return readBlocks(lines, line, context);
      } finally {
        depth--;
      }
    },
  };
  return context.blocks;
}

function plain(lines: readonly string[], line: number, context: RstContext): RootContent[] {
  const value = lines
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n');
  return value === '' ? [] : [place({ type: 'paragraph', children: rstInline(value, context.names) }, line)];
}

function readBlocks(lines: readonly string[], first: number, context: RstContext): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const number = first + at;
    if (line.trim() === '') {
      at++;
    } else if (/^\.\.(?:\s|$)/.test(line)) {
      const end = endOfIndented(lines, at + 1, 1);
      blocks.push(...explicit(lines.slice(at, end), number, context).map((block) => place(block, number)));
      at = end;
    } else if (/^__ /.test(line)) {
      at++;
    } else if (titleLength(lines, at) > 0) {
      const length = titleLength(lines, at);
      const over = length === 3;
      const mark = line.trim()[0] ?? '=';
      const kind = over ? `${mark}${mark}` : ((lines[at + 1] ?? '').trim()[0] ?? '=');
      const text = (lines[over ? at + 1 : at] ?? '').trim();
      blocks.push(
        place(
          { type: 'heading', depth: context.depthOf(kind), children: rstInline(text, context.names) },
          over ? number + 1 : number,
        ),
      );
      at += length;
    } else if (isAdornment(line) && line.trim().length >= 4) {
      at++;
    } else if (/^(?:\+[-=+]+\+|=+(?: +=+)+)\s*$/.test(line)) {
      const end = endOfTable(lines, at);
      const run = lines.slice(at, end);
      blocks.push(place(rstTable(run, context.names) ?? { type: 'code', value: run.join('\n') }, number));
      at = end;
    } else if (indentOf(line) > 0) {
      const end = endOfIndented(lines, at, 1);
      const inner = context.blocks(dedent(lines.slice(at, end)), number);
      if (inner.length > 0) blocks.push(place({ type: 'blockquote', children: inner as never }, number));
      at = end;
    } else {
      const list = rstLists(lines, at, first, context);
      if (list) {
        blocks.push(...list.blocks);
        at = list.end;
      } else at = paragraph(lines, at, first, blocks, context);
    }
  }
  return blocks;
}

/** Returns how many lines a title takes with its rules: two, or three when a rule is above it; 0 for anything else. */
function titleLength(lines: readonly string[], at: number): number {
  const [line = '', next = '', third = ''] = [lines[at], lines[at + 1], lines[at + 2]];
  if (
    isAdornment(line) &&
    next.trim() !== '' &&
    !isAdornment(next) &&
    isAdornment(third) &&
    third.trim()[0] === line.trim()[0]
  )
    return 3;
  if (isAdornment(line) || indentOf(line) > 0 || line.trim() === '' || !isAdornment(next)) return 0;
  return next.trim().length >= Math.min(3, line.trim().length) ? 2 : 0;
}

/** Reads a paragraph, a definition (a line and an indented text) or a text with a literal block after "::". */
function paragraph(
  lines: readonly string[],
  at: number,
  first: number,
  blocks: RootContent[],
  context: RstContext,
): number {
  let end = at + 1;
  while (
    end < lines.length &&
    (lines[end] ?? '').trim() !== '' &&
    indentOf(lines[end] ?? '') === 0 &&
    titleLength(lines, end) === 0 &&
    !/^\.\. /.test(lines[end] ?? '')
  )
    end++;
  const number = first + at;
  const indented = end < lines.length && (lines[end] ?? '').trim() !== '' && indentOf(lines[end] ?? '') > 0;
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join('\n');
  if (indented && end === at + 1) {
    const stop = endOfIndented(lines, end, 1);
    const inner = context.blocks(dedent(lines.slice(end, stop)), first + end);
    blocks.push(place(term(rstInline(text, context.names), inner), number));
    return stop;
  }
  const literal = text.endsWith('::');
  const shown = literal
    ? /^::$/.test(text)
      ? ''
      : /\s::$/.test(text)
        ? text.slice(0, -2).trimEnd()
        : text.slice(0, -1)
    : text;
  const children = lineBlock(shown) ?? rstInline(shown, context.names);
  if (shown !== '') blocks.push(place({ type: 'paragraph', children }, number));
  if (!literal) {
    if (!indented) return end;
    const stop = endOfIndented(lines, end, 1);
    blocks.push(
      ...context.blocks(
        lines.slice(end, stop).map((line) => line.trim()),
        first + end,
      ),
    );
    return stop;
  }
  let from = end;
  while (from < lines.length && (lines[from] ?? '').trim() === '') from++;
  if (indentOf(lines[from] ?? '') === 0) return end;
  const stop = endOfIndented(lines, from, 1);
  blocks.push(
    place({ type: 'code', value: dedent(lines.slice(from, stop)).join('\n').trimEnd() }, first + from - 1),
  );
  return stop;
}

/** Reads a line block, in which each line begins with a bar; returns undefined for anything else. */
function lineBlock(text: string): PhrasingContent[] | undefined {
  if (!text.split('\n').every((line) => /^\|(?:\s|$)/.test(line))) return undefined;
  return text
    .split('\n')
    .flatMap((line, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text', value: line.slice(1).trim() },
    ]);
}

function endOfTable(lines: readonly string[], at: number): number {
  const grid = (lines[at] ?? '').startsWith('+');
  let end = at + 1;
  let rules = 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (
      grid
        ? !/^[+|]/.test(line)
        : line.trim() === '' &&
          (rules >= 3 ||
            (rules === 2 &&
              !/^=/.test(lines[end + 1] ?? '') &&
              !lines.slice(end, end + 40).some((later) => /^=+(?: +=+)+\s*$/.test(later))))
    )
      break;
    if (/^=+(?: +=+)+\s*$/.test(line)) rules++;
    if (!grid && rules >= 3) return end + 1;
  }
  return end;
}
