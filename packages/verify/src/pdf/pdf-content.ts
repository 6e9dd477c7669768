import type { Labels, OuterEntry } from '@octavo/core';
import { type Content, said } from '../content/content.ts';
import { address } from '../expected/address.ts';
import { type Area, type StructChild, type StructElement, shown } from './pdf-structure.ts';

/** A page printed behind a link: "(618, p. 12)". */
export interface PrintedPage {
  /** The entry the link leads to. */
  readonly number: string;
  readonly label: string;
}

export interface PdfContext {
  readonly labels: Labels;
  /** The level of the heading above: 2 for a question, 1 for a prose page's title. */
  readonly level: number;
  /** Where a named destination is, in the common form: `#618` for an entry. */
  readonly target: (name: string) => string;
  /** The entry of another book that an address leads to: paper says which. */
  readonly outer: (address: string) => OuterEntry | undefined;
  /** Told every page that is printed behind a link. */
  readonly printed: (page: PrintedPage) => void;
}

/** What structure elements say, in the common form; printed pages are told, and left out of the text. */
export function pdfContent(children: readonly StructChild[], context: PdfContext): Content[] {
  const slot = slotAfterLink(context);
  return convert(children);

  function convert(nodes: readonly StructChild[]): Content[] {
    return nodes.flatMap((node): Content[] => {
      if (node.kind === 'area') return [];
      if (node.kind === 'stretch') return [slot.without(node.text)];
      const content = one(node, context, convert);
      return node.lang === undefined ? content : [said('language', node.lang, content)];
    });
  }

  function one(element: StructElement, { target }: PdfContext, inner: typeof convert): Content[] {
    const { type, children: kids, alt = '' } = element;
    switch (type) {
      case 'Formula':
        return [element.block ? said('block', '', [said('formula', alt)]) : said('formula', alt)];
      case 'Figure':
        return [said('image', alt)];
      case 'Link': {
        const to = targetOf(element, target);
        const text = inner(kids);
        slot.behind(to);
        return [said('link', to, text)];
      }
      case 'Reference': {
        const area = areaIn(element);
        const note = /-fn-(\d+)$/.exec(area?.target ?? '')?.[1];
        if (note === undefined) return inner(kids);
        const text = shown(element).trim();
        return [said('mark', note === text ? text : `${text}, which leads to ${note}`)];
      }
      case 'Note': {
        const label = kids.find((kid) => kid.kind === 'element' && kid.type === 'Lbl');
        const number = label?.kind === 'element' ? shown(label).trim() : '';
        return [said('note', number, inner(kids.filter((kid) => kid !== label)))];
      }
      case 'Span':
        return inner(kids);
      case 'Code':
        return [said(element.block ? 'code' : 'inlineCode', '', inner(kids))];
      case 'L':
        return [said('list', listKind(element), inner(kids))];
      case 'LI':
        return [said('item', tick(element, context.labels), inner(kids))];
      case 'Lbl':
        return [];
      case 'Table':
        return [said('table', '', inner(kids))];
      case 'TR':
        return [said('row', '', inner(kids))];
      case 'TH':
      case 'TD':
        return [said('cell', type === 'TH' ? 'head' : '', inner(kids))];
      case 'BlockQuote':
        return [said('quote', '', inner(kids))];
      case 'Caption':
        return [said('caption', '', inner(kids))];
      case 'Div':
        return [said(hasFigure(element) ? 'block' : 'box', '', inner(kids))];
      default: {
        const level = /^H([1-6])$/.exec(type)?.[1];
        return [
          level === undefined
            ? said('block', '', inner(kids))
            : said('heading', `${Number(level) - context.level}`, inner(kids)),
        ];
      }
    }
  }
}

/** Takes the printed page away that may follow a link to an entry, and tells it. */
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
      const number = target.startsWith('#') && text.trim() !== '' ? target.slice(1).split('/')[0] : undefined;
      // A page may end between the link and the page behind it.
      if (text.trim() !== '') target = '';
      if (book) return text.replace(slotOfBook(book), '');
      if (number === undefined) return text;
      const named = `(?:${escaped(number)},\\s?)?`;
      const slot = new RegExp(`^\\s?[(（]${named}${escaped(labels.pageAbbreviation)}\\s?([^()（）]+?)[)）]`);
      const match = slot.exec(text);
      if (!match) return text;
      printed({ number, label: (match[1] ?? '').trim() });
      return text.slice(match[0].length);
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** " (618, CoreModels FAQ)", or the book alone where the link says the number. */
function slotOfBook({ number, where }: OuterEntry): RegExp {
  return new RegExp(`^\\s?\\((?:${escaped(number)},\\s)?${escaped(where).replace(/\s/g, '\\s')}\\)`);
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

function listKind(list: StructElement): string {
  for (const item of list.children) {
    if (item.kind !== 'element') continue;
    const label = item.children.find((child) => child.kind === 'element' && child.type === 'Lbl');
    const number = label?.kind === 'element' ? /^\p{Nd}+/u.exec(shown(label).trim())?.[0] : undefined;
    return number === undefined ? 'bullet' : `ordered ${number}`;
  }
  return 'bullet';
}

function tick(item: StructElement, labels: Labels): string {
  const label = item.children.find((child) => child.kind === 'element' && child.type === 'Lbl');
  const alt = label?.kind === 'element' ? label.alt?.replace(/^\p{Nd}+\.\s/u, '') : undefined;
  return alt === undefined ? '' : alt === labels.done ? 'done' : 'open';
}
