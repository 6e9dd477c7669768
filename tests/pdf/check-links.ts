import { type CrossReference, type Handbook, walk } from '@octavo/core';
import { entryAnchor, headingAnchor } from '@octavo/core/say';
import { checkPrintedPages } from './check-printed-pages.ts';
import type { Fault } from './fault.ts';
import { bare, plain } from './said.ts';
import { areas, elements, spoken, stretches } from './tag-walk.ts';
import type { Element, TaggedPdf } from './tagged-pdf.ts';

interface Expected {
  readonly text: string;
  readonly target: string;
}

/** Links are clicked where they are printed and lead where the handbook says, with its words. */
export function checkLinks(pdf: TaggedPdf, handbook: Handbook): Fault[] {
  const faults: Fault[] = [];
  const fault = (reason: string, rule: Fault['rule'] = 'links'): void => {
    faults.push({ rule, reason });
  };
  for (const link of elements(pdf.document, /^Link$/)) {
    const said = bare(spoken(link));
    const own = areas(link);
    if (own.length === 0) fault(`“${said}” is a link without a place to click`);
    for (const area of own) {
      if (!/^[a-z]+:/.test(area.target) && !pdf.destinations.has(area.target))
        fault(`“${said}” leads to ${area.target}, which is nowhere`);
      if (bare(area.contents) === '') fault(`“${said}” says nothing of itself`);
      // Where a line ends before the page that a link prints, the place of that is clicked too, below the words.
      const isBehind = area !== own[0];
      const inside = stretches(link).some(
        (stretch) =>
          stretch.page === area.page &&
          (stretch.points.length === 0 || stretch.points.some((point) => within(point, area.box))),
      );
      if (!inside && !isBehind)
        fault(`“${said}” is not clicked where it is printed, on page ${pdf.labels[area.page]}`);
    }
  }
  for (const [line, title] of [...elements(pdf.document, /^TOCI$/)].flatMap((item) =>
    [...elements(item, /^Link$/)].map((link) => [link, spoken(link)] as const),
  )) {
    const target = areas(line)[0]?.target ?? '';
    const label = pdf.labels[pdf.destinations.get(target)?.page ?? -1] ?? '–';
    if (!title.trimEnd().endsWith(label)) fault(`the contents print a wrong page: ${title}`, 'page-numbers');
  }
  for (const chapter of handbook.chapters) {
    let notesBefore = 0;
    for (const entry of chapter.entries) {
      const before = notesBefore;
      notesBefore += entry.footnotes.length;
      const sect = sectOf(pdf, entry.number, plain(entry.question));
      if (!sect) continue;
      const [question] = elements(sect, /^H2$/);
      const place = pdf.destinations.get(entryAnchor(entry.number));
      if (question && place?.page !== stretches(question)[0]?.page)
        fault(`${entryAnchor(entry.number)} is not the page of its question`);
      const wanted = expected(entry.answer, entryAnchor(entry.number), entry.footnotes, before);
      const inAnswer = [...answerLinks(sect)];
      const actual = inAnswer.map((link) => ({ text: spoken(link), target: areas(link)[0]?.target ?? '' }));
      const related = entry.related.map((number) => ({ text: '', target: entryAnchor(number) }));
      const all = [
        ...(entry.replacedBy ? [{ text: '', target: entryAnchor(entry.replacedBy) }] : []),
        ...wanted,
        ...related,
      ];
      for (let index = 0; index < Math.max(all.length, actual.length); index++) {
        const [one, two] = [all[index], actual[index]];
        const agrees =
          one && two && same(one.target, two.target) && (!one.text || bare(one.text) === bare(two.text));
        if (agrees) continue;
        fault(`entry ${entry.number}: a link should be ${show(one)} and is ${show(two)}`);
        break;
      }
      checkPrintedPages(pdf, sect, handbook, (reason) =>
        fault(`entry ${entry.number}: ${reason}`, 'page-numbers'),
      );
    }
  }
  return faults;
}

function within(
  [x, y]: readonly [number, number],
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): boolean {
  return x >= left - 2 && x <= right + 2 && y >= bottom - 6 && y <= top + 6;
}

function same(wanted: string, found: string): boolean {
  return (
    wanted === found ||
    (/^[a-z]+:/.test(wanted) &&
      URL.canParse(wanted) &&
      URL.canParse(found) &&
      new URL(wanted).href === new URL(found).href)
  );
}

function show(link: Expected | undefined): string {
  return link ? `“${link.text}” to ${link.target}` : 'none';
}

/** The links of an entry's Sect, without those of its question. */
function* answerLinks(sect: Element): Generator<Element> {
  for (const child of sect.children)
    if (child.kind === 'element' && child.type !== 'H2') yield* elements(child, /^Link$/);
}

function sectOf(pdf: TaggedPdf, number: string, question: string): Element | undefined {
  const wanted = bare(`${number} ${question}`);
  for (const sect of elements(pdf.document, /^Sect$/)) {
    const heading = sect.children.find((child) => child.kind === 'element' && child.type === 'H2');
    if (heading?.kind === 'element' && bare(spoken(heading)) === wanted) return sect;
  }
  return undefined;
}

function expected(
  nodes: Parameters<typeof walk>[0],
  owner: string,
  notes: Handbook['chapters'][number]['entries'][number]['footnotes'],
  before: number,
): Expected[] {
  const read = new Set<number>();
  const inside = (own: Parameters<typeof walk>[0]): Expected[] =>
    [...walk(own)].flatMap((node): Expected[] => {
      switch (node.type) {
        case 'link':
          return [{ text: plain(node.children), target: node.url }];
        case 'crossReference':
          return [{ text: plain(node.children), target: anchorOf(node) }];
        case 'footnoteReference': {
          const note = read.has(node.index) ? undefined : notes.find((one) => one.index === node.index);
          read.add(node.index);
          return [
            { text: `${before + node.index}`, target: `${owner}-fn-${node.index}` },
            ...(note ? inside(note.children) : []),
          ];
        }
        default:
          return [];
      }
    });
  return inside(nodes);
}

function anchorOf({ number, fragment }: CrossReference): string {
  return fragment === undefined ? entryAnchor(number) : headingAnchor(number, fragment);
}
