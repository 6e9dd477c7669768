import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bookAddress, toText } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS, type MadePdf, madePdf, output, runs } from './pdf-workbench.ts';
import { type ReadPdf, readWithPdfjs } from './pdfjs-reading.ts';

const hasPoppler = runs('pdfinfo', '-v', 'what poppler makes of the PDF');
const hasQpdf = runs('qpdf', '--version', 'what qpdf makes of the PDF');

/** The roles a reader may find (ISO 32000-1, 14.8.4; the last ones are those of PDF 2.0 and MathML), each a standard's own. */
const ROLES =
  /^(Document|Part|Sect|Div|H[1-6]|P|L|LI|Lbl|LBody|Table|THead|TBody|TR|TH|TD|Figure|Formula|Caption|Code|BlockQuote|Note|Reference|Link|Span|TOC|TOCI|Index|FENote|Em|Strong|m[a-z]+)$/;

const BOOKS = [
  ...Object.entries(FOLDERS).map(([name, folder]) => [name, folder, {}, '1'] as const),
  ['kitchen-sink as PDF 2.0', 'tests/fixtures/kitchen-sink', { standard: 'PDF/UA-2' }, '2'],
] as const;

describe.each(BOOKS)('other readers on %s', (_, folder, settings, part) => {
  let made: MadePdf;
  let read: ReadPdf;
  const entries = (): MadePdf['handbook']['chapters'][number]['entries'] =>
    made.handbook.chapters.flatMap((chapter) => chapter.entries);
  beforeAll(async () => {
    made = await madePdf(folder, settings);
    read = await readWithPdfjs(made.path);
  });
  afterAll(() => made?.remove());

  describe('pdf.js', () => {
    it('warns of nothing, whatever it is asked', () => {
      expect(read.warnings).toEqual([]);
      expect(read.pages.reduce((sum, page) => sum + page.operators, 0)).toBeGreaterThan(1000);
    });

    it('finds every marked stretch and every annotation in the structure, once', () => {
      for (const [index, page] of read.pages.entries())
        expect([index, page.named]).toEqual([index, page.marked]);
    });

    it('finds standard roles, and every question as a heading of the second level, in order', () => {
      const elements = read.pages.flatMap((page) => page.elements);
      expect(elements.filter(({ role }) => !ROLES.test(role))).toEqual([]);
      const headings = elements.filter(({ role }) => role === 'H2').map(({ text }) => letters(text));
      const questions = entries().map(({ number, question }) => letters(number + toText(question)));
      expect(headings.filter((heading) => questions.includes(heading))).toEqual(questions);
    });

    it('finds each number and id where the heading stands', () => {
      for (const { number, id, question, aliases } of entries()) {
        const page = read.destinations.get(entryAnchor(number)) ?? -1;
        const headings = read.pages[page]?.elements.filter(({ role }) => role === 'H2') ?? [];
        expect(headings.map(({ text }) => letters(text))).toContain(letters(number + toText(question)));
        for (const name of [id, ...aliases])
          expect([name, read.destinations.get(name)]).toEqual([name, page]);
      }
    });

    it('finds an outline of the parts, chapters and entries that leads where the names do', () => {
      const { parts, chapters } = made.handbook;
      const wanted = chapters.flatMap(({ id, title, entries: own }) => [
        // A part has no page of its own.
        ...parts
          .filter((part) => part.chapters[0] === id)
          .map((part) => ({ title: part.title, name: `chapter-${id}` })),
        { title, name: `chapter-${id}` },
        ...own.map(({ number, question }) => ({
          title: `${number} ${toText(question)}`,
          name: entryAnchor(number),
        })),
      ]);
      const start = read.outline.findIndex(({ title }) => title === wanted[0]?.title);
      expect(start).toBeGreaterThan(0);
      expect(read.outline.slice(start, start + wanted.length)).toEqual(
        wanted.map(({ title, name }) => ({ title, page: read.destinations.get(name) })),
      );
      const pages = read.outline.map(({ page }) => page);
      expect(pages).toEqual([...pages].sort((a, b) => a - b));
    });

    it('finds links that lead somewhere and say where', () => {
      const links = read.pages.flatMap((page) => page.links);
      expect(links.length).toBeGreaterThan(entries().length);
      for (const { dest, url, contents } of links) {
        if (url === undefined) expect(read.destinations.has(dest ?? ''), dest).toBe(true);
        else expect(url).toMatch(/^(https?|mailto):/);
        expect(contents.trim()).not.toBe('');
      }
    });

    it('finds roman labels, then arabic ones from 1', () => {
      const body = read.labels.indexOf('1');
      expect(read.labels).toHaveLength(read.pages.length);
      expect(read.labels.slice(0, body).join(' ')).toMatch(
        /^(?<cover>\S+) \k<cover> i ii iii iv( [ivxl]+)*$/,
      );
      expect(read.labels.slice(body)).toEqual(read.labels.slice(body).map((__, at) => `${at + 1}`));
      const [first] = made.handbook.chapters;
      expect(read.destinations.get(`chapter-${first?.id}`)).toBeGreaterThanOrEqual(body);
    });

    it('finds whose book it is, in both kinds of metadata', () => {
      const { handbook } = made;
      expect(read.info).toMatchObject({ Language: handbook.language, Producer: 'Octavo' });
      expect(String(read.info.Title).startsWith(handbook.title)).toBe(true);
      expect(read.xmp.get('dc:title')).toBe(read.info.Title);
      expect(read.xmp.get('dc:language')).toBe(handbook.language);
      expect(read.xmp.get('dc:identifier')).toBe(bookAddress(handbook));
      expect(read.xmp.get('pdfuaid:part')).toBe(part);
    });
  });

  describe.skipIf(!hasPoppler)('poppler', () => {
    it('finds the same names on the same pages', () => {
      const lines = quiet('pdfinfo', '-dests', made.path).split('\n').slice(1);
      const found = lines.flatMap((line) => {
        const [, page, name] = /^\s*(\d+) \[.*\] "(.*)"$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, Number(page) - 1] as const];
      });
      expect(new Map(found)).toEqual(read.destinations);
    });

    it('finds the same addresses', () => {
      const lines = quiet('pdfinfo', '-url', made.path).trim().split('\n').slice(1);
      const found = lines.map((line) => line.trim().split(/\s+/).at(-1));
      const urls = read.pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? []));
      expect(found.sort()).toEqual(urls.sort());
    });

    it('calls it tagged, and reads its structure and metadata', () => {
      const facts = quiet('pdfinfo', made.path);
      expect(facts).toMatch(/^Tagged: +yes$/m);
      expect(facts).toMatch(/^Suspects: +no$/m);
      expect(facts).toMatch(new RegExp(`^Pages: +${read.pages.length}$`, 'm'));
      expect(quiet('pdfinfo', '-struct', made.path).match(/^ *H2/gm)?.length).toBeGreaterThanOrEqual(
        entries().length,
      );
      expect(quiet('pdfinfo', '-meta', made.path)).toContain(`<pdfuaid:part>${part}</pdfuaid:part>`);
    });

    it('draws every page', () => {
      const folder = dirname(made.path);
      quiet('pdftoppm', '-r', '30', '-gray', '-png', made.path, join(folder, 'page'));
      const drawn = readdirSync(folder).filter((name) => name.startsWith('page-'));
      expect(drawn).toHaveLength(read.pages.length);
    });

    it('copies it as a PDF and as SVG', () => {
      const copy = `${made.path}.copy.pdf`;
      quiet('pdftocairo', '-pdf', made.path, copy);
      expect(quiet('pdfinfo', copy)).toMatch(new RegExp(`^Pages: +${read.pages.length}$`, 'm'));
      const picture = `${made.path}.svg`;
      const page = `${(read.destinations.get(entryAnchor(entries()[0]?.number ?? '')) ?? 0) + 1}`;
      quiet('pdftocairo', '-svg', '-f', page, '-l', page, made.path, picture);
      expect(statSync(picture).size).toBeGreaterThan(10_000);
    });
  });

  describe.skipIf(!hasQpdf)('qpdf', () => {
    it('warns of nothing, and finds the same outline and pages', () => {
      expect(quiet('qpdf', '--check', made.path)).toContain('No syntax or stream encoding errors found');
      const json = JSON.parse(quiet('qpdf', '--json', made.path)) as QpdfJson;
      expect(json.pages).toHaveLength(read.pages.length);
      expect(lines(json.outlines)).toEqual(read.outline);
    });

    it('makes a plain, linearised copy of it', () => {
      const copy = `${made.path}.plain.pdf`;
      quiet('qpdf', '--object-streams=disable', '--linearize', made.path, copy);
      expect(quiet('qpdf', '--check', copy)).toContain('No syntax or stream encoding errors found');
    });
  });
});

it('pdf.js is heard when it warns', async () => {
  const made = await madePdf('tests/fixtures/small');
  try {
    const source = readFileSync(made.path, 'latin1');
    writeFileSync(made.path, source.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
    expect((await readWithPdfjs(made.path)).warnings).not.toEqual([]);
  } finally {
    made.remove();
  }
});

interface QpdfLine {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly QpdfLine[];
}
interface QpdfJson {
  readonly pages: readonly unknown[];
  readonly outlines: readonly QpdfLine[];
}

function lines(nodes: readonly QpdfLine[]): { title: string; page: number }[] {
  return nodes.flatMap(({ title, destpageposfrom1, kids }) => [
    { title, page: destpageposfrom1 - 1 },
    ...lines(kids),
  ]);
}

/** What poppler of before PDF 2.0 says of that version's owners of attributes, and of its lists. */
const OF_20 =
  /^Syntax Warning: (?:O object is invalid value \((?:FENote|NSO)\)|Attribute ListNumbering value is of wrong type \(name\))\n?/gm;

/** What a program printed, when it had nothing to complain of. */
function quiet(program: string, ...args: readonly string[]): string {
  const { text, complaints, status } = output(program, args);
  expect([program, complaints.replace(OF_20, ''), status]).toEqual([program, '', 0]);
  return text;
}

/** Letters and digits alone: readers place spaces, hyphens and quotes each in their own way. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}\p{S}]/gu, '');
}
