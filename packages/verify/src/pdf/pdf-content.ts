import type { Labels, OuterEntry } from '@octavo/core';
import { clauseSign } from '../content/clause-sign.ts';
import { type Content, type Kind, said } from '../content/content.ts';
import { address } from '../expected/address.ts';
import { type Area, type StructChild, type StructElement, shown, stretchesIn } from './pdf-structure.ts';

/** A page printed behind a link: "(618, p. 12)". */
export interface PrintedPage {
  /** The entry the link leads to. */
  readonly number: string;
  /** The heading or clause in it. */
  readonly part: string;
  /** What is named before the page: the number, or a clause's address. */
  readonly named: string;
  readonly label: string;
}

export interface PdfContext {
  readonly labels: Labels;
  /** The level of the heading above: 2 for a question, 1 for a prose page's title. */
  readonly level: number;
  /** Where a named destination is, in the common form: `#618` for an entry. */
  readonly target: (name: string) => string;
  /** How many notes of its chapter stand before an entry's own: they are numbered by chapter. */
  readonly notesBefore: number;
  /** The entry of another book that an address leads to: paper says which. */
  readonly outer: (address: string) => OuterEntry | undefined;
  /** Called with every page number that is printed after a link. */
  readonly printed: (page: PrintedPage) => void;
}

type Inner = (nodes: readonly StructChild[]) => Content[];
type Kid = StructElement | undefined;

const labelOf = ({ children }: StructElement): Kid =>
  children.find((child) => child.kind === 'element' && child.type === 'Lbl') as Kid;

/** Kinds of content by the type of their tag; a type that is in none of these tables is a block. */
const KINDS: Readonly<Record<string, readonly [kind: Kind, detail?: string]>> = {
  Table: ['table'],
  TR: ['row'],
  TH: ['cell', 'head'],
  TD: ['cell'],
  BlockQuote: ['quote'],
  Caption: ['caption'],
};

/**
 * Converts structure elements to the common form; printed page numbers are reported and left out of the text.
 */
export function pdfContent(children: readonly StructChild[], context: PdfContext): Content[] {
  const slot = slotAfterLink(context);
  return convert(children);

  function convert(nodes: readonly StructChild[]): Content[] {
    return joined(nodes).flatMap((node): Content[] => {
      if (node.kind === 'area') return [];
      if (node.kind === 'stretch') return [slot.without(node.text)];
      const content = node.type === 'Link' ? [link(node)] : one(node, context, convert);
      return node.lang === undefined ? content : [said('language', node.lang, content)];
    });
  }

  function link(element: StructElement): Content {
    const to = targetOf(element, context.target);
    const text = convert(element.children);
    slot.behind(to);
    return said('link', to, text);
  }
}

/** Stretches that follow each other are one text: it is cut where its direction changes. */
function joined(nodes: readonly StructChild[]): readonly StructChild[] {
  const all: StructChild[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.kind === 'stretch' && last?.kind === 'stretch')
      all[all.length - 1] = { ...last, text: last.text + node.text };
    else all.push(node);
  }
  return all;
}

function one(element: StructElement, context: PdfContext, inner: Inner): Content[] {
  const { level, labels, notesBefore } = context;
  const { type, children: kids, alt = '', block } = element;
  const [kind, detail = ''] = KINDS[type] ?? [];
  // The caption of a formula is its number.
  if (type === 'Caption' && kids.every((kid) => kid === labelOf(element))) return inner(kids);
  if (kind) return [said(kind, detail, inner(kids))];
  switch (type) {
    case 'Formula':
      return [block ? said('block', '', [said('formula', alt)]) : said('formula', alt)];
    case 'Figure':
      return [said('image', alt)];
    case 'Reference':
      return markOf(element, inner, notesBefore);
    case 'Note': {
      const label = labelOf(element);
      const rest = kids.filter((kid) => kid !== label);
      return [said('note', label ? ownNumber(shown(label), notesBefore) : '', inner(rest))];
    }
    case 'Span':
    case 'Em':
    case 'Strong':
      return inner(kids);
    case 'Code':
      return [said(block ? 'code' : 'inlineCode', '', inner(kids))];
    case 'L':
      return [said('list', element.numbering === 'Disc' ? 'bullet' : 'ordered', inner(kids))];
    case 'LI':
      return [
        said(
          'item',
          labelled(labelOf(element), labels),
          inner(kids.filter((kid) => kid !== labelOf(element))),
        ),
      ];
    case 'Lbl':
      return [said('label', '', inner(kids))];
    case 'Div':
      return [said(hasFigure(element) ? 'block' : 'box', '', inner(kids))];
    default: {
      const depth = /^H([1-6])$/.exec(type)?.[1];
      return [
        depth === undefined
          ? said('block', '', inner(kids))
          : said('heading', `${Number(depth) - level}`, inner(kids)),
      ];
    }
  }
}

/** The mark of a note; a reference to anything else is its words. */
function markOf(element: StructElement, inner: Inner, before: number): Content[] {
  const note = /-fn-(\d+)$/.exec(areaIn(element)?.target ?? '')?.[1];
  if (note === undefined) return inner(element.children);
  const text = ownNumber(shown(element), before);
  return [said('mark', note === text ? text : `${text}, which leads to ${note}`)];
}

/** The number that a note has in its own entry; what is printed counts from the first of the chapter. */
function ownNumber(printed: string, before: number): string {
  const text = printed.trim();
  return /^\d+$/.test(text) ? `${Number(text) - before}` : text;
}

/** Removes the page number that may follow a link to an entry, and reports it. */
function slotAfterLink({ labels, printed, outer }: PdfContext): {
  readonly behind: (target: string) => void;
  readonly without: (text: string) => string;
} {
  let target = '';
  return {
    behind(to) {
      target = to;
    },
    without(text) {
      const book = outer(target);
      const [number, part = ''] =
        target.startsWith('#') && text.trim() !== '' ? target.slice(1).split('/') : [];
      // A page may end between the link and its page number.
      if (text.trim() !== '') target = '';
      if (book) return text.replace(slotOfBook(book), '');
      if (number === undefined) return text;
      const forms = [
        number,
        ...[labels.figure, labels.tableNumber].map((one) => one.replace('{number}', number)),
      ];
      const named = `(?:((?:${forms.map(escaped).join('|')})[^,]*),\\s?)?`;
      const [page, bare] = [undefined, '[\\divxlcdm–]+'].map(
        (label) => named + slotOfPage(labels.pageReference, label),
      );
      // Within brackets there are none.
      const slot = new RegExp(`^(?:\\s?[(（]${page}[)）]|,\\s${bare})`);
      const match = slot.exec(text);
      if (!match) return text;
      const [, inBrackets, label, within, bareLabel] = match;
      printed({
        number,
        part,
        named: inBrackets ?? within ?? '',
        label: (label ?? bareLabel ?? '').trim(),
      });
      return text.slice(match[0].length);
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "p. {page}" as a pattern that takes the page out of it. */
function slotOfPage(reference: string, label = '[^()（）]+?'): string {
  const [before = '', behind = ''] = reference.split('{page}').map((part) => escaped(part.trim()));
  return `${before}\\s?(${label})${behind === '' ? '' : `\\s?${behind}`}`;
}

/** " (618, CoreModels FAQ)", or the book alone where the link says the number. */
function slotOfBook({ number, where }: OuterEntry): RegExp {
  const book = `(?:${escaped(number)},\\s)?${escaped(where).replace(/\s/g, '\\s')}`;
  return new RegExp(`^(?:\\s?\\(${book}\\)|,\\s${book})`);
}

function targetOf(link: StructElement, target: PdfContext['target']): string {
  const to = areaIn(link)?.target ?? '';
  return /^[a-z][a-z0-9+.-]*:/i.test(to) ? address(to) : target(to);
}

/** The first annotation in an element; a link over several lines has one a line, all alike. */
export function areaIn(element: StructElement): Area | undefined {
  for (const child of element.children) {
    const found = child.kind === 'area' ? child : child.kind === 'element' ? areaIn(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

function hasFigure(element: StructElement): boolean {
  return element.children.some((child) => child.kind === 'element' && child.type === 'Caption');
}

/**
 * Returns what a reader sees before an item: its number or a bullet, and whether its task is done, as painted
 * and as said.
 */
function labelled(label: Kid, labels: Labels): string {
  if (!label || stretchesIn(label).every(({ painting }) => !painting?.marks)) return '';
  const text = shown(label).trim();
  const number = /^\p{Nd}+/u.exec(text)?.[0];
  const box = /[☑☐]/.exec(text)?.[0];
  if (!box) return /^[\p{L}\p{N}(（]/u.test(text) ? clauseSign(text) : '•';
  const drawn = box === '☑' ? 'done' : 'open';
  const told = label.alt?.replace(/^\p{Nd}+\.\s/u, '');
  const tick = told === labels[drawn] ? drawn : `${drawn}, said to be ${told}`;
  return `${number ?? '•'} ${tick}`;
}
