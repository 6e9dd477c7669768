import {
  openObjects,
  type PdfDictionary,
  type PdfObjects,
  type PdfValue,
  textOf,
} from '@octavo/verify/pdf-objects';
import { type PageContent, pageContent, toUnicode } from './page-content.ts';

/** An element of the structure tree, with what it holds in reading order. */
export interface Element {
  readonly kind: 'element';
  readonly type: string;
  readonly lang?: string | undefined;
  readonly alt?: string | undefined;
  readonly scope?: string | undefined;
  /** `Underline` of what was inserted, `LineThrough` of what was deleted. */
  readonly decoration?: string | undefined;
  readonly children: readonly (Element | Stretch | LinkArea)[];
}
/** A marked stretch of a page. */
export interface Stretch {
  readonly kind: 'stretch';
  readonly page: number;
  readonly text: string;
  readonly points: readonly (readonly [number, number])[];
}
/** A link's annotation: `target` is a named destination, or an address. */
export interface LinkArea {
  readonly kind: 'area';
  readonly page: number;
  readonly target: string;
  readonly contents: string;
  readonly box: readonly number[];
}

/** A PDF as a reader of its tags has it. Pages count from 0. */
export interface TaggedPdf {
  readonly document: Element;
  readonly labels: readonly string[];
  readonly destinations: ReadonlyMap<string, { readonly page: number; readonly top: number }>;
  /** What is wrong with the marks themselves. */
  readonly faults: readonly string[];
}

/** Reads a PDF's structure tree with the text it marks, its links and its destinations. */
export function readTagged(bytes: Uint8Array): TaggedPdf {
  const file = openObjects(bytes);
  const pages = pagesOf(file, file.root.get('Pages'));
  const numbers = new Map(pages.map(({ ref }, index) => [ref, index]));
  const contents = pages.map(({ facts }) => contentOf(file, facts));
  const labels = labelsOf(file, pages.length);
  const faults = contents.flatMap((content, page) =>
    content.faults.map((fault) => `page ${labels[page]}: ${fault}`),
  );
  const read = new Set<string>();
  const root = file.dictionary(file.root.get('StructTreeRoot'));
  const document = element(file.list(root?.get('K'))[0], undefined);
  for (const [page, content] of contents.entries())
    for (const id of content.texts.keys())
      if (!read.has(`${page} ${id}`)) faults.push(`page ${labels[page]}: MCID ${id} is in no element`);
  return { document, labels, destinations: destinationsOf(file, numbers), faults };

  function element(value: PdfValue | undefined, inherited: number | undefined): Element {
    const facts = file.dictionary(value) ?? new Map<string, PdfValue>();
    const page = pageOf(facts.get('Pg')) ?? inherited;
    const attributes = file.list(facts.get('A')).map((one) => file.dictionary(one));
    const attribute = (name: string): string | undefined => {
      const own = attributes.map((one) => one?.get(name)).find((one) => one !== undefined);
      return own === undefined ? undefined : nameOf(own);
    };
    return {
      kind: 'element',
      type: nameOf(facts.get('S')),
      lang: textOf(facts.get('Lang')),
      alt: textOf(facts.get('Alt')),
      scope: attribute('Scope'),
      decoration: attribute('TextDecorationType'),
      children: file.list(facts.get('K')).flatMap((kid) => child(kid, page)),
    };
  }

  function child(kid: PdfValue, page: number | undefined): (Element | Stretch | LinkArea)[] {
    if (typeof kid === 'number') return stretch(page, kid);
    const facts = file.dictionary(kid);
    if (facts?.get('Type') === undefined || nameOf(facts.get('Type')) === 'StructElem')
      return [element(kid, page)];
    const own = pageOf(facts.get('Pg')) ?? page;
    return nameOf(facts.get('Type')) === 'MCR' ? stretch(own, Number(facts.get('MCID'))) : area(facts, own);
  }

  function stretch(page: number | undefined, id: number): Stretch[] {
    const content = contents[page ?? -1];
    const text = content?.texts.get(id);
    if (page === undefined || text === undefined) {
      faults.push(`the structure names MCID ${id} of page ${labels[page ?? -1]}, which is not there`);
      return [];
    }
    if (read.has(`${page} ${id}`)) faults.push(`page ${labels[page]}: MCID ${id} is in two elements`);
    read.add(`${page} ${id}`);
    return [{ kind: 'stretch', page, text, points: content?.points.get(id) ?? [] }];
  }

  function area(facts: PdfDictionary, page: number | undefined): LinkArea[] {
    const annotation = file.dictionary(facts.get('Obj'));
    if (!annotation || page === undefined) return [];
    const action = file.dictionary(annotation.get('A'));
    return [
      {
        kind: 'area',
        page,
        target: textOf(annotation.get('Dest')) ?? textOf(action?.get('URI')) ?? '',
        contents: textOf(annotation.get('Contents')) ?? '',
        box: file.list(annotation.get('Rect')).map(Number),
      },
    ];
  }

  function pageOf(value: PdfValue | undefined): number | undefined {
    return typeof value === 'object' && value !== null && 'ref' in value ? numbers.get(value.ref) : undefined;
  }
}

function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
}

interface FoundPage {
  readonly ref: number;
  readonly facts: PdfDictionary;
}

function pagesOf(file: PdfObjects, value: PdfValue | undefined): readonly FoundPage[] {
  const facts = file.dictionary(value);
  if (!facts) return [];
  if (nameOf(facts.get('Type')) === 'Page') return [{ ref: (value as { ref: number }).ref, facts }];
  return file.list(facts.get('Kids')).flatMap((kid) => pagesOf(file, kid));
}

/** The reference to a page's content. */
export function contentStreams(file: PdfObjects): readonly PdfValue[] {
  return pagesOf(file, file.root.get('Pages')).map(({ facts }) => facts.get('Contents') ?? null);
}

function contentOf(file: PdfObjects, page: PdfDictionary): PageContent {
  const fonts = file.dictionary(file.dictionary(page.get('Resources'))?.get('Font'));
  const maps = new Map<string, ReadonlyMap<number, string>>();
  const decode = (font: string, bytes: string): string[] => {
    const known = maps.get(font);
    const map = known ?? mapOf(file, fonts?.get(font));
    maps.set(font, map);
    const letters: string[] = [];
    for (let at = 0; at + 1 < bytes.length; at += 2)
      letters.push(map.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '\ufffd');
    return letters;
  };
  const contents = page.get('Contents');
  // A page left blank has none.
  return pageContent(contents === undefined ? '' : file.stream(contents), decode);
}

const maps = new WeakMap<PdfDictionary, ReadonlyMap<number, string>>();

function mapOf(file: PdfObjects, font: PdfValue | undefined): ReadonlyMap<number, string> {
  const facts = file.dictionary(font);
  if (!facts) return new Map();
  const known = maps.get(facts) ?? toUnicode(file.stream(facts.get('ToUnicode')));
  maps.set(facts, known);
  return known;
}

function destinationsOf(
  file: PdfObjects,
  pages: ReadonlyMap<number, number>,
): Map<string, { page: number; top: number }> {
  const found = new Map<string, { page: number; top: number }>();
  const visit = (value: PdfValue | undefined): void => {
    const node = file.dictionary(value);
    for (const kid of file.list(node?.get('Kids'))) visit(kid);
    const names = file.list(node?.get('Names'));
    for (let at = 0; at + 1 < names.length; at += 2) {
      const [page, , , top] = file.list(names[at + 1]);
      const index = pages.get((page as { ref: number }).ref);
      if (index !== undefined) found.set(textOf(names[at]) ?? '', { page: index, top: Number(top) });
    }
  };
  visit(file.dictionary(file.root.get('Names'))?.get('Dests'));
  return found;
}

function labelsOf(file: PdfObjects, count: number): readonly string[] {
  const numbers = file.list(file.dictionary(file.root.get('PageLabels'))?.get('Nums'));
  const labels: string[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const facts = file.dictionary(numbers[at + 1]);
    const style = nameOf(facts?.get('S'));
    const first = Number(facts?.get('St') ?? 1);
    const prefix = textOf(facts?.get('P')) ?? '';
    const end = at + 2 < numbers.length ? Number(numbers[at + 2]) : count;
    for (let page = Number(numbers[at]); page < end; page++) {
      const number = first + page - Number(numbers[at]);
      labels.push(prefix + (style === 'D' ? `${number}` : style === 'r' ? roman(number) : ''));
    }
  }
  return labels;
}

function roman(number: number): string {
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  return (tens[Math.floor(number / 10)] ?? '') + (units[number % 10] ?? '');
}
