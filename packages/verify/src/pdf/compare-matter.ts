import { compareErrata, signed } from '../compare/compare-errata.ts';
import { compareImprint } from '../compare/compare-imprint.ts';
import { anchorOf } from '../content/entry-anchor.ts';
import { PAINTED } from '../content/normalise.ts';
import { appendixLines } from '../expected/appendix-lines.ts';
import { ownPlace } from '../expected/book-place.ts';
import { indexLines, inOrder } from '../expected/in-order.ts';
import type { PdfReading } from './pdf-reading.ts';
import { type StructChild, type StructElement, shown, structElements } from './pdf-structure.ts';

/** Checks what the book says about itself on paper: the imprint, and the order of glossary and index. */
export function compareMatter(reading: PdfReading): void {
  const { findings, pdf, book, file } = reading;
  const { handbook } = book;
  const { labels, language, glossary } = handbook;
  const sections = [...structElements(pdf.structure, /^Sect$/)];
  const address = squeezed(handbook.iri + ownPlace(handbook, ''));
  const imprint = sections.find(
    (one) => elementsIn(one).every(({ type }) => type === 'P') && squeezed(shown(one)).includes(address),
  );
  compareImprint(findings.about({ file }), 'pdf', book, imprint ? shown(imprint) : '', PAINTED);
  const allTitled = (title: string): readonly StructElement[] =>
    sections.filter((one) =>
      elementsIn(one).some(
        ({ type, ...own }) => type === 'H1' && text(shown({ type, ...own })) === text(title),
      ),
    );
  const titled = (title: string): StructElement | undefined => allTitled(title)[0];
  const terms = inOrder(glossary, ({ term }) => term, language, true).map(({ term }) => text(term));
  const list = glossary.length > 0 ? titled(labels.glossary) : undefined;
  const named = list ? [...structElements(list, /^Lbl$/)].map((one) => text(shown(one))) : [];
  findings.about({ part: 'glossary', file }).list('order', terms, named, 'the terms of the glossary');
  const history = appendixLines(handbook).map(({ number, line }) => {
    const page = pdf.labels[pdf.destinations.get(anchorOf(number))?.page ?? -1] ?? '';
    return text(`${number} (${labels.pageReference.replace('{page}', page)}) ${line}`);
  });
  const told = history.length > 0 ? titled(labels.history) : undefined;
  const items = told ? [...structElements(told, /^LBody$/)].map((one) => text(shown(one))) : [];
  findings.about({ part: 'history', file }).list('documents', history, items, 'the history');
  // A prose page may have the same title, and stands before the corrigenda.
  const pages = [...handbook.front, ...handbook.back].filter(
    ({ title }) => text(title) === text(labels.errata),
  );
  const corrigenda = allTitled(labels.errata)[pages.length];
  const errata = corrigenda ? [...structElements(corrigenda, /^LI$/)].map((one) => text(shown(one))) : [];
  compareErrata(findings.about({ part: 'errata', file }), handbook, errata, signed);
  const lines = indexLines(handbook).map(({ path }) => text(path.at(-1) ?? ''));
  const index = [...structElements(pdf.structure, /^Index$/)]
    .flatMap((one) => [...structElements(one, /^LBody$/)])
    .map(termOf);
  const own = findings.about({ part: 'index', file });
  own.list('order', lines, index, 'the lines of the index');
  const said = [...structElements(pdf.structure, /^Index$/)]
    .flatMap((one) => [...structElements(one, /^LBody$/)])
    .map((line) => text(shown({ ...line, children: line.children.filter((child) => !isList(child)) })));
  const wanted = indexLines(handbook).map(({ path, numbers }) =>
    text([path.at(-1), ...numbersOn(numbers, reading)].join(', ').replaceAll('\u0000, ', '; ')),
  );
  own.list('pages', wanted, said, 'what the index leads to');
}

/** The numbers of entries as the index prints them: those of one page together, with that; NUL ends a group. */
function numbersOn(numbers: readonly string[], { pdf, book }: PdfReading): readonly string[] {
  const pages = numbers.map((number) => pdf.labels[pdf.destinations.get(anchorOf(number))?.page ?? -1]);
  return numbers.map((number, at) => {
    if (pages[at] === pages[at + 1]) return number;
    const page = `${number}, ${book.handbook.labels.pageReference.replace('{page}', pages[at] ?? '')}`;
    return at === numbers.length - 1 ? page : `${page}\u0000`;
  });
}

function isList(child: StructChild): boolean {
  return child.kind === 'element' && child.type === 'L';
}

/** The words of a line of the index before its pages and the lines under it. */
function termOf(line: StructElement): string {
  const end = line.children.findIndex((child) => child.kind === 'element' && child.type !== 'Span');
  const own = end < 0 ? line.children : line.children.slice(0, end);
  return text(shown({ ...line, children: own }))
    .replace(/,$/, '')
    .trim();
}

function elementsIn({ children }: StructElement): readonly StructElement[] {
  return children.filter((child: StructChild) => child.kind === 'element');
}

function text(words: string): string {
  return PAINTED.text(words);
}

function squeezed(words: string): string {
  return text(words).replace(/\s+/g, '');
}
