import type { Block, List, ListItem, Table as TableNode } from '@octavo/core';
import { admonitionWord } from '@octavo/core/say';
import {
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { pictureOf, type RunContext, runsOf, textRun } from './runs.ts';

/** What surrounds a block. */
export interface BlockContext extends RunContext {
  /** The style of its paragraphs, where it is quoted or in a box. */
  readonly style?: string | undefined;
  /** How many lists it lies in. */
  readonly depth: number;
  /** Begins a list that counts from a number. */
  readonly nextList: (start: number) => ListInstance;
}

/** A list of a Word document, by its numbering. */
export interface ListInstance {
  readonly reference: string;
  readonly instance: number;
}

/** Word has nine levels of lists. */
const DEEPEST = 8;

/** Returns blocks as paragraphs and tables of a Word document. */
export function blocksOf(blocks: readonly Block[], context: BlockContext): FileChild[] {
  return blocks.flatMap((block) => blockOf(block, context));
}

function blockOf(block: Block, context: BlockContext): FileChild[] {
  const styled = (style: string, children: ParagraphChild[], more: IParagraphOptions = {}) =>
    paragraph(context, children, { style, ...more });
  switch (block.type) {
    case 'paragraph': {
      const { children, lang, dir } = block;
      const look = lang ? { language: { value: lang } } : {};
      const options = dir ? { bidirectional: dir === 'rtl' } : {};
      return [
        styled(context.style ?? bodyStyle(context), runsOf(children, context, look), {
          ...options,
          ...indented(context),
        }),
      ];
    }
    case 'heading':
      return [styled(`Heading${Math.min(6, block.depth + 2)}`, runsOf(block.children, context))];
    case 'thematicBreak':
      return [styled('OctavoBreak', shown('* * *'))];
    case 'editFlow':
      return blocksOf(block.children, context);
    case 'blockquote':
      return blocksOf(block.children, { ...context, style: 'OctavoQuote' });
    case 'list':
      return listOf(block, context);
    case 'code':
      return [styled('OctavoCode', linesOf(block.value))];
    case 'math':
      return [styled('OctavoFormula', linesOf(block.value))];
    case 'table':
      return tableOf(block, context);
    case 'figure': {
      const picture = context.book.pictures.get(block.image.url);
      return [
        styled('OctavoFigure', [pictureOf(picture, block.image.alt)], { keepNext: true }),
        styled('OctavoCaption', [...shown(block.numbered), textRun(block.caption, {})]),
      ];
    }
    case 'admonition': {
      const style = { note: 'OctavoNote', tip: 'OctavoTip', warning: 'OctavoWarning' }[block.kind];
      const word = admonitionWord(block, context.book.handbook.labels);
      const title = [...shown(word || undefined), ...runsOf(block.title ?? [], context)];
      return [
        styled(`${style}Title`, title, { keepNext: true }),
        ...blocksOf(block.children, { ...context, style }),
      ];
    }
    case 'details':
      return [
        styled('OctavoSummary', runsOf(block.summary, context), { keepNext: true }),
        ...blocksOf(block.children, { ...context, style: 'OctavoDetails' }),
      ];
  }
}

function bodyStyle({ depth }: BlockContext): string {
  return depth === 0 ? 'Normal' : `OctavoContinue${Math.min(depth, 3)}`;
}

function indented({ depth, style }: BlockContext): IParagraphOptions {
  return depth > 0 && style !== undefined ? { indent: { left: 360 * depth } } : {};
}

function paragraph({ book }: RunContext, children: ParagraphChild[], options: IParagraphOptions): Paragraph {
  const bidirectional = book.handbook.direction === 'rtl';
  return new Paragraph({ ...(bidirectional ? { bidirectional } : {}), ...options, children });
}

/** The lines of a code block stay in one paragraph. */
function linesOf(value: string): ParagraphChild[] {
  return value.split('\n').map((text, at) => new TextRun({ text, ...(at > 0 ? { break: 1 } : {}) }));
}

function listOf(list: List, context: BlockContext): FileChild[] {
  const level = Math.min(context.depth, DEEPEST);
  const instance = list.ordered && !list.labelled ? context.nextList(list.start ?? 1) : undefined;
  return list.children.flatMap((item) =>
    itemOf(item, { ...context, depth: context.depth + 1 }, level, instance),
  );
}

/** An item: its first paragraph bears the mark, and what follows is indented below it. */
function itemOf(
  { children, label, checked }: ListItem,
  context: BlockContext,
  level: number,
  ordered: ListInstance | undefined,
): FileChild[] {
  const [first, ...rest] = children;
  const own = first?.type === 'paragraph' ? runsOf(first.children, context) : [];
  const box = checked === undefined ? [] : [textRun(checked ? '☑ ' : '☐ ', {})];
  const options: IParagraphOptions =
    label === undefined
      ? { style: 'ListParagraph', numbering: { ...(ordered ?? BULLETS), level } }
      : { style: `OctavoClause${Math.min(level + 1, 3)}` };
  const head = label === undefined ? box : [textRun(`${label}\u0020`, {})];
  return [
    paragraph(context, [...head, ...own], options),
    ...blocksOf(first?.type === 'paragraph' ? rest : children, context),
  ];
}

const BULLETS = { reference: 'bullets', instance: 0 } as const;

function tableOf(table: TableNode, context: BlockContext): FileChild[] {
  const { caption, align, children, numbered } = table;
  const words = caption ? [...shown(numbered), ...runsOf(caption, context)] : [];
  const rows = children.map(
    (row, at) =>
      new TableRow({
        tableHeader: at === 0,
        children: row.children.map(
          (cell, column) =>
            new TableCell({
              children: [
                paragraph(context, runsOf(cell.children, context), {
                  ...(at === 0 ? { style: 'OctavoTableHead' } : {}),
                  alignment: align[column] ?? 'start',
                }),
              ],
            }),
        ),
      }),
  );
  const spacer = paragraph(context, [], { style: 'OctavoSpace' });
  return [
    ...(caption ? [paragraph(context, words, { style: 'OctavoTableCaption', keepNext: true })] : []),
    new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }),
    spacer,
  ];
}

/** The number of a part as printed, or another sign that is shown, and not read back. */
function shown(numbered: string | undefined): ParagraphChild[] {
  return numbered === undefined ? [] : [new TextRun({ text: `${numbered} `, style: 'OctavoShown' })];
}
