import type { Paragraph, PhrasingContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Point } from 'unist';
import { type Label, readLabel } from './label.ts';

/** A label in its place. Columns count from 1, a tab goes on to the next multiple of four. */
export interface Found {
  readonly label: Label;
  readonly column: number;
  /** The column behind it; `column` is that of the first label in its line. */
  readonly end: number;
  readonly place: { readonly line: number; readonly column: number };
  /** What the line says from the label on, where the label is none. */
  readonly text: readonly PhrasingContent[];
}

/** A line of a paragraph: the labels that it begins with, and what it says behind them. */
export interface Line {
  readonly labels: readonly Found[];
  readonly nodes: readonly PhrasingContent[];
  readonly column: number;
  readonly line: number;
  /** It goes on behind a heading in the line before it. */
  readonly isRunOn?: true;
}

/** The lines of a text, each with where it begins. */
export interface SourceLines {
  readonly at: (line: number) => string;
  /** The UTF-16 offset of a line's first character. */
  readonly offset: (line: number) => number;
}

let last: { readonly text: string; readonly lines: SourceLines } | undefined;

/** The lines of a text. The last one asked for is remembered: lists within lists ask for the same. */
export function sourceLines(text: string): SourceLines {
  if (last?.text === text) return last.lines;
  const all = text.split('\n');
  const offsets = [0];
  for (const line of all) offsets.push((offsets.at(-1) ?? 0) + line.length + 1);
  const lines = {
    at: (line: number) => all[line - 1] ?? '',
    offset: (line: number) => offsets[line - 1] ?? 0,
  };
  last = { text, lines };
  return lines;
}

/** The column that a character is seen in. */
export function seenColumn(line: string, index: number): number {
  let column = 0;
  for (const character of line.slice(0, index)) column += character === '\t' ? 4 - (column % 4) : 1;
  return column + 1;
}

/**
 * The lines of a paragraph. A line ends where the source ends one outside of emphasis, links and the like, and behind
 * the emphasised heading of a clause that another label follows: `(a) _Fees._ (1) Each`.
 */
export function linesOf(paragraph: Paragraph, source: SourceLines): readonly Line[] {
  const start = paragraph.position?.start;
  if (!start) return [{ labels: [], nodes: paragraph.children, column: 1, line: 1 }];
  return split(paragraph.children, start.line, source).flatMap(({ line, nodes }, at) => {
    const text = source.at(line);
    const from = at === 0 ? start.column - 1 : (/^\s*/.exec(text)?.[0].length ?? 0);
    return behindHeading(
      { ...labelled(nodes, line, from, text), column: seenColumn(text, from), line },
      text,
    );
  });
}

function behindHeading(line: Line, text: string): readonly Line[] {
  const [head, next, ...others] = line.nodes;
  const [outer] = line.labels;
  const start = next?.position?.start;
  const isHeading =
    (head?.type === 'emphasis' || head?.type === 'strong') && /[.:–—-]$/.test(plainText(head));
  if (!outer || !head || !isHeading || next?.type !== 'text' || !start) return [line];
  const said = next.value.trimStart();
  const space = next.value.length - said.length;
  if (!readLabel(said)) return [line];
  const rest = labelled([cut(next, space), ...others], line.line, start.column - 1 + space, text);
  const labels = rest.labels.map((found) => ({ ...found, column: outer.column }));
  return [
    { ...line, nodes: [head] },
    { ...line, ...rest, labels, isRunOn: true },
  ];
}

interface Run {
  line: number;
  nodes: PhrasingContent[];
}

function split(children: readonly PhrasingContent[], first: number, source: SourceLines): readonly Run[] {
  let run: Run = { line: first, nodes: [] };
  const runs = [run];
  const next = (line: number) => {
    run = { line, nodes: [] };
    runs.push(run);
  };
  for (const node of children) {
    const { start, end } = node.position ?? {};
    if (node.type === 'break' && end && end.line > run.line) {
      run.nodes.push(node);
      next(end.line);
      continue;
    }
    const parts = node.type === 'text' ? node.value.split('\n') : [];
    // A line end that a character reference made is none of the source.
    if (node.type !== 'text' || !start || !end || parts.length !== end.line - start.line + 1) {
      run.nodes.push(node);
      continue;
    }
    for (const [at, value] of parts.entries()) {
      const line = start.line + at;
      if (at > 0) next(line);
      if (value !== '')
        run.nodes.push(
          textAt(
            value,
            at === 0 ? start : lineStart(line, source),
            line,
            at < parts.length - 1 ? undefined : end,
            source,
          ),
        );
    }
  }
  return runs;
}

function lineStart(line: number, source: SourceLines): Point {
  const blank = /^\s*/.exec(source.at(line))?.[0].length ?? 0;
  return { line, column: blank + 1, offset: source.offset(line) + blank };
}

function textAt(
  value: string,
  start: Point,
  line: number,
  end: Point | undefined,
  source: SourceLines,
): Text {
  const length = source.at(line).length;
  const behind = { line, column: length + 1, offset: source.offset(line) + length };
  return { type: 'text', value, position: { start, end: end ?? behind } };
}

function labelled(
  given: readonly PhrasingContent[],
  line: number,
  start: number,
  text: string,
): Pick<Line, 'labels' | 'nodes'> {
  const labels: Found[] = [];
  let nodes = given;
  for (let from = start; ; ) {
    const marks = /^[*_]{0,3}/.exec(text.slice(from))?.[0].length ?? 0;
    const at = from + marks;
    const label = readLabel(text.slice(at));
    const rest = label && without(nodes, label.text);
    if (!label || !rest) return { labels, nodes };
    const own = seenColumn(text, from);
    const place = { line, column: at + 1 };
    // What stands behind another label is as far in as that.
    const column = labels[0]?.column ?? own;
    labels.push({ label, column, end: own + label.text.length, place, text: nodes });
    nodes = rest;
    from = at + label.text.length;
    from += /^[*_]{0,3}\s*/.exec(text.slice(from))?.[0].length ?? 0;
  }
}

/** Nodes without the label that they begin with, plain or emphasised; undefined when they do not begin with it. */
function without(nodes: readonly PhrasingContent[], label: string): readonly PhrasingContent[] | undefined {
  const [first, ...others] = nodes;
  if (first?.type === 'text' && first.value.startsWith(label)) {
    const value = first.value.slice(label.length);
    const said = value.replace(/^[ \t]+/, '');
    return said === ''
      ? others.map((node, at) => (at === 0 ? trimmed(node) : node))
      : [cut(first, first.value.length - said.length), ...others];
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const children = without(first.children, label);
  if (!children) return undefined;
  return children.length > 0
    ? [{ ...first, children: [...children] }, ...others]
    : others.map((node, at) => (at === 0 ? trimmed(node) : node));
}

function trimmed(node: PhrasingContent): PhrasingContent {
  return node.type === 'text' ? cut(node, node.value.length - node.value.trimStart().length) : node;
}

/** A text without its first characters, which are those of the source. */
function cut(node: Text, count: number): Text {
  const { start, end } = node.position ?? {};
  const value = node.value.slice(count);
  if (!start || !end) return { ...node, value };
  const moved = { ...start, column: start.column + count, offset: (start.offset ?? 0) + count };
  return { ...node, value, position: { start: moved, end } };
}
