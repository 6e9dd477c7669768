import type { Handbook } from '@octavo/core';
import { expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { CACHE, HANDBOOKS, type LoadedHandbook } from './handbooks.ts';
import { all, type OpenBook, openCompiled } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

/** The values of a metadata property, or of a Dublin Core element. */
function values(book: OpenBook, property: string): readonly (string | null)[] {
  const opf = book.xml('content.opf');
  const elements = property.startsWith('dc:')
    ? all(opf, property)
    : all(opf, 'meta').filter((element) => element.getAttribute('property') === property);
  return elements.map((element) => element.textContent);
}

const open = async (handbook: Handbook): Promise<OpenBook> =>
  openCompiled(await compile(handbook, { cache: CACHE }));

it('describes the book from the handbook alone', async () => {
  const book = await open(sampleHandbook());
  expect(values(book, 'dc:title')).toEqual(['Sample & Co', 'A book of <few> answers']);
  expect(values(book, 'dc:identifier')[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/);
  expect(values(book, 'dcterms:modified')).toEqual(['2026-11-22T00:00:00Z']);
  expect(values(book, 'dc:creator')).toEqual(['Ada Writer']);
  expect(values(book, 'dc:contributor')).toEqual(['Ed Hand']);
  expect(values(book, 'belongs-to-collection')).toEqual(['Sample & Co']);
  expect(values(book, 'group-position')).toEqual(['1']);
});

it('keeps its identifier from edition to edition and as a volume grows, and has one for each volume', async () => {
  const handbook = sampleHandbook();
  const identifier = async (changed: Handbook) => values(await open(changed), 'dc:identifier')[0];
  const first = await identifier(handbook);
  expect(await identifier({ ...handbook, edition: { version: '2.0', date: '2027-01-01' } })).toBe(first);
  expect(await identifier({ ...handbook, volume: { first: '1', last: '40' } })).toBe(first);
  expect(await identifier({ ...handbook, id: 'another' })).not.toBe(first);
  expect(await identifier({ ...handbook, identifiers: { isbn: { epub: '978-1-234567-01-9' } } })).toBe(
    'urn:isbn:9781234567019',
  );
});

it('claims of accessibility what is true of the book', async () => {
  const sample = await open(sampleHandbook());
  expect(values(sample, 'schema:accessMode')).toEqual(['textual']);
  expect(values(sample, 'schema:accessibilityFeature')).toContain('MathML');
  expect(values(sample, 'schema:accessibilityFeature')).not.toContain('alternativeText');
  expect(values(sample, 'schema:accessibilityFeature')).not.toContain('pageNavigation');
  expect(values(sample, 'schema:accessibilityHazard')).toEqual(['none']);
  const { handbook, options } = (HANDBOOKS['kitchen-sink'] as () => LoadedHandbook)();
  const full = openCompiled(await compile(handbook, options));
  expect(values(full, 'schema:accessMode')).toEqual(['textual', 'visual']);
  expect(values(full, 'schema:accessibilityFeature')).toContain('alternativeText');
});

it('claims conformance only in the words of the publisher, and refuses words that mean nothing', async () => {
  const handbook = sampleHandbook();
  const claim = (conformsTo: string): Handbook => ({
    ...handbook,
    settings: { ...handbook.settings, epub: { fonts: [], conformsTo, certifiedBy: 'A. Tester' } },
  });
  expect(values(await open(handbook), 'dcterms:conformsTo')).toEqual([]);
  const right = await compile(claim('EPUB Accessibility 1.1 - WCAG 2.2 Level AA'), { cache: CACHE });
  expect(values(openCompiled(right), 'dcterms:conformsTo')).toEqual([
    'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
  ]);
  expect(values(openCompiled(right), 'a11y:certifiedBy')).toEqual(['A. Tester']);
  const wrong = await compile(claim('EPUB Accessibility 1.1 — WCAG 2.2 AA'), { cache: CACHE });
  expect(wrong.messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toEqual(['conforms-to']);
});

it('turns the pages of a right-to-left book the other way', async () => {
  const book = await open({ ...sampleHandbook(), language: 'ar', direction: 'rtl' });
  expect(book.text('content.opf')).toContain('page-progression-direction="rtl"');
  expect(book.xml('chapter-first.xhtml').documentElement?.getAttribute('dir')).toBe('rtl');
  expect(all(book.xml('chapter-first.xhtml'), 'pre')[0]?.getAttribute('dir')).toBe('ltr');
});

it('lists what changed when it is told', async () => {
  const segments = [
    { kind: 'same', text: 'A ' },
    { kind: 'deleted', text: 'dull' },
    { kind: 'inserted', text: 'sharp' },
    { kind: 'same', text: ' knife.' },
  ] as const;
  const about = { subject: 'entry', question: 'Which?', chapter: 'Basics', passages: [] } as const;
  const changes = [
    {
      ...about,
      subject: 'entry',
      number: '2',
      kind: 'changed',
      significance: 'major',
      note: 'A new table.',
      passages: [{ part: 'answer', segments }],
    },
    { ...about, number: '3', kind: 'withdrawn', significance: 'minor' },
  ] as const;
  const book = openCompiled(await compile(sampleHandbook(), { changes, cache: CACHE }));
  const links = all(book.xml('changes.xhtml'), 'a').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['chapter-first.xhtml#q2', 'chapter-first.xhtml#q3']);
  expect(book.text('changes.xhtml')).toContain('A new table.');
  const [, deleted] = all(book.xml('changes.xhtml'), 'del').map((mark) => mark.textContent);
  expect(deleted).toBe('[Deleted: dull]');
});

it('embeds the fonts that the handbook names and no other', async () => {
  const handbook = sampleHandbook();
  const settings = { ...handbook.settings, epub: { fonts: ['fonts/Literata-BoldItalic.ttf'] } };
  const font = new Uint8Array([0, 1, 0, 0, 0, 0]);
  const assets = new Map([['fonts/Literata-BoldItalic.ttf', font]]);
  const book = openCompiled(await compile({ ...handbook, settings }, { assets, cache: CACHE }));
  expect(book.bytes('fonts/font-1.ttf')).toEqual(font);
  expect(book.text('style.css')).toContain('font-family:"Literata";font-weight:700;font-style:italic');
  expect((await open(handbook)).names.some((name) => name.startsWith('fonts/'))).toBe(false);
});
