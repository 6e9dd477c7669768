import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { type BodyContext, positionOf } from '../body-context.ts';
import type { Item } from '../item.ts';
import { readLabel } from './label.ts';
import { type Found, type Line, linesOf, type SourceLines, seenColumn, sourceLines } from './lines.ts';

/** What stands in an answer one below the other, out of the lists that Markdown sees: what is in what is said by columns. */
export type Token =
  /** `begins`: the first of its paragraph. */
  | (Line & { readonly type: 'line'; readonly begins: boolean; readonly endLine: number })
  | {
      readonly type: 'block';
      readonly item: Item;
      readonly column: number;
      readonly line: number;
      readonly endLine: number;
    };

/** What reading clauses needs to know of the answer. */
export interface ClauseContext extends Pick<BodyContext, 'text' | 'report'> {
  /** Pairs the raw HTML among siblings, where that is wanted. */
  readonly nest: (siblings: readonly Nodes[]) => readonly Item[];
  /** Whether an edition leaves out what a line says: its labels count, and are not printed. Undefined for the whole book. */
  readonly isLeft?: ((line: number) => boolean) | undefined;
}

/** Flattens paragraphs, numbered lists and lists whose items begin with labels into lines. */
export function tokensOf(items: readonly Item[], context: ClauseContext): readonly Token[] {
  const source = sourceLines(context.text);
  return items.flatMap((item): readonly Token[] => {
    if (item.type === 'paragraph') return paragraphTokens(item, source);
    if (item.type !== 'list' || item.children.some(({ checked }) => typeof checked === 'boolean'))
      return [blockToken(item, source)];
    if (item.ordered) return item.children.flatMap((one) => numbered(one, context, source));
    return item.children.some((one) => beginsWithLabel(one, source))
      ? item.children.flatMap((one) => bulleted(item, one, context, source))
      : [blockToken(item, source)];
  });
}

function paragraphTokens(
  paragraph: Paragraph,
  source: SourceLines,
  first: (line: Line) => Line = (line) => line,
): readonly Token[] {
  return linesOf(paragraph, source).map((line, at) => ({
    ...(at === 0 ? first(line) : line),
    type: 'line',
    begins: at === 0,
    endLine: line.line,
  }));
}

function blockToken(item: Item, source: SourceLines): Token {
  const { start, end } = positionOf(item).position ?? { start: { line: 1, column: 1 }, end: { line: 1 } };
  const column = seenColumn(source.at(start.line), start.column - 1);
  return { type: 'block', item, column, line: start.line, endLine: end.line };
}

/** An item of a numbered list: its number is its label. */
function numbered(item: ListItem, context: ClauseContext, source: SourceLines): readonly Token[] {
  const { start } = item.position ?? { start: { line: 1, column: 1 } };
  const text = source.at(start.line);
  const label = readLabel(text.slice(start.column - 1));
  if (!label)
    return [blockToken({ type: 'list', ordered: true, children: [item], ...positionOf(item) }, source)];
  const column = seenColumn(text, start.column - 1);
  const found: Found = { label, column, end: column + label.text.length, place: start, text: [] };
  return labelledItem(item, context, source, (line) => ({
    ...line,
    column,
    labels: [found, ...line.labels],
  }));
}

/** An item of a list with bullets: where it begins with a label, that takes the bullet's place. */
function bulleted(list: List, item: ListItem, context: ClauseContext, source: SourceLines): readonly Token[] {
  if (!beginsWithLabel(item, source)) {
    context.report('clause-order', {
      reason: 'the item has no label, and others of its list have one',
      place: item.position?.start,
      note: 'Give it one, or indent it below the clause that it belongs to.',
    });
    return [blockToken({ ...list, children: [item], ...positionOf(item) }, source)];
  }
  const { start } = item.position ?? { start: { line: 1, column: 1 } };
  const column = seenColumn(source.at(start.line), start.column - 1);
  return tokensOf(context.nest(item.children), context).map((token, at) => {
    if (at > 0 || token.type === 'block') return token;
    const labels = token.labels.map((found, place) => (place === 0 ? { ...found, column } : found));
    return { ...token, column, labels };
  });
}

function labelledItem(
  item: ListItem,
  context: ClauseContext,
  source: SourceLines,
  first: (line: Line) => Line,
): readonly Token[] {
  const [paragraph, ...others] = context.nest(item.children);
  const line = item.position?.start.line ?? 1;
  if (paragraph?.type === 'paragraph')
    return [...paragraphTokens(paragraph, source, first), ...tokensOf(others, context)];
  const empty = first({ labels: [], nodes: [], column: 1, line });
  const rest = paragraph === undefined ? [] : [paragraph, ...others];
  return [{ ...empty, type: 'line', begins: true, endLine: line }, ...tokensOf(rest, context)];
}

/** "- (a)", and "- 1." too, where Markdown sees a list within the item. */
function beginsWithLabel({ children: [first], position }: ListItem, source: SourceLines): boolean {
  if (first?.type === 'list')
    return first.ordered === true && first.position?.start.line === position?.start.line;
  return first?.type === 'paragraph' && (linesOf(first, source)[0]?.labels.length ?? 0) > 0;
}
