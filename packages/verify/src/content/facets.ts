import { allSaid, type Content, type Kind, type Said } from './content.ts';
import { soundLetters } from './sound-letters.ts';
import { LINE_END, textOf } from './text-of.ts';

/** The facets of an answer that are compared, each a list in reading order. */
export const FACETS = [
  'answer',
  'notes',
  'links',
  'tables',
  'code',
  'formulas',
  'images',
  'lists',
  'headings',
  'numbered',
  'emphasis',
  'languages',
  'boxes',
] as const;

export type Facet = (typeof FACETS)[number];
export type Facets = Readonly<Record<Facet, readonly string[]>>;

/**
 * Splits what an answer says into its facets. Notes are taken out of the flow, wherever they stand, and put
 * in order.
 */
export function facetsOf(content: readonly Content[]): Facets {
  const notes = allSaid(content)
    .filter((part) => part.kind === 'note')
    .sort((a, b) => Number(a.detail) - Number(b.detail));
  const flow = withoutNotes(content);
  const whole = [...flow, ...notes.map((note) => ({ ...note, children: withoutNotes(note.children) }))];
  const parts = allSaid(whole);
  const of = (kind: Kind, line: (part: Said) => string): string[] =>
    parts.filter((part) => part.kind === kind).map(line);
  return {
    answer: [textOf(flow)],
    notes: [
      ...of('note', (note) => `${note.detail}: ${textOf(note.children)}`),
      ...marksIn(flow, ''),
      ...notes.flatMap((note) => marksIn(withoutNotes(note.children), ` in note ${note.detail}`)),
    ],
    links: allSaid(withoutDeleted(whole))
      .filter((part) => part.kind === 'link')
      .map((link) => `${textOf(link.children)} → ${link.detail}`),
    tables: of('table', (table) => rowsOf(table).join('\n')),
    code: parts
      .filter((part) => part.kind === 'code' || part.kind === 'inlineCode')
      .map((part) => (part.kind === 'code' ? codeText(part) : `in a line: ${textOf(part.children)}`)),
    formulas: of('formula', (formula) => formula.detail),
    images: [
      ...of('image', (image) => image.detail),
      ...of('caption', (caption) => `caption: ${textOf(caption.children)}`),
    ],
    lists: of('list', listLine),
    headings: of('heading', (heading) => `${heading.detail} ${textOf(heading.children)}`),
    numbered: of('label', (label) => `${textOf(label.children)} ${label.detail}`),
    emphasis: parts
      .filter((part) => part.kind === 'style' && part.detail !== '')
      .map((style) => `${style.detail}: ${textOf(style.children)}`),
    languages: of('language', (run) => `${run.detail}: ${textOf(run.children)}`),
    boxes: [
      ...of('box', (box) => `${box.detail}: ${textOf(box.children)}`),
      ...of('quote', (quote) => `quotation${otherSource(quote)}: ${textOf(quote.children)}`),
    ],
  };
}

/** Where a quotation says that it is from, unless its last link leads there, which is what a format without a place for it has. */
function otherSource({ detail, children }: Said): string {
  const link = allSaid(children).findLast(({ kind }) => kind === 'link');
  return detail === '' || detail === link?.detail ? '' : ` from ${detail}`;
}

/** Code as it is written, line by line. */
function codeText(code: Said): string {
  return textOf(code.children).replace(/\n/g, LINE_END);
}

/** The marks of notes, each with the letters before it, so that a mark in the wrong place is noticed. */
function marksIn(content: readonly Content[], where: string): string[] {
  let before = '';
  const visit = (part: Content): string[] => {
    if (typeof part !== 'string' && part.kind !== 'mark' && part.children.length > 0)
      return part.children.flatMap(visit);
    if (typeof part === 'string' || part.kind !== 'mark') before += textOf([part]);
    else return [`[${part.detail}]${where} behind “${lastLetters(before)}”`];
    return [];
  };
  return content.flatMap(visit);
}

function lastLetters(text: string): string {
  return soundLetters(text.slice(-80)).slice(-12);
}

function listLine(list: Said): string {
  const items = list.children.filter((part) => typeof part !== 'string' && part.kind === 'item') as Said[];
  const lines = items.map((item) => `[${item.detail}] ${textOf(item.children)}`);
  return `${list.detail}, ${items.length} items: ${lines.join(' ')}`;
}

function rowsOf(table: Said): string[] {
  return allSaid(table.children)
    .filter((part) => part.kind === 'row')
    .map((row) =>
      allSaid(row.children)
        .filter((part) => part.kind === 'cell')
        .map((cell) => `${cell.detail === 'head' ? '*' : ''}${textOf(cell.children)}`)
        .join(' | '),
    );
}

/** What was deleted leads nowhere on paper, and may lead on in a page. */
function withoutDeleted(content: readonly Content[]): Content[] {
  return content.flatMap((part): Content[] => {
    if (typeof part === 'string') return [part];
    if (part.kind === 'style' && part.detail === 'deleted') return [];
    return [{ ...part, children: withoutDeleted(part.children) }];
  });
}

function withoutNotes(content: readonly Content[]): Content[] {
  return content.flatMap((part): Content[] => {
    if (typeof part === 'string') return [part];
    if (part.kind === 'note') return [];
    return [{ ...part, children: withoutNotes(part.children) }];
  });
}
