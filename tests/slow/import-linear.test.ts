import { deflateSync } from 'node:zlib';
import { importSource } from '@octavo/import';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { findTags } from '../../packages/import/src/markdown/find-tags.ts';
import { filesInPdf } from '../../packages/import/src/own/files-in-pdf.ts';
import { countWork } from '../import/count-work.ts';

const repeated = (piece: (at: number) => string, times: number) =>
  Array.from({ length: times }, (_, at) => piece(at)).join('');

const packed = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

/** Documents in which everything comes again, by how often. */
const SOURCES: Readonly<Record<string, readonly [path: string, of: (times: number) => string | Uint8Array]>> =
  {
    'headings that repeat': ['faq.md', (times) => repeated(() => '## Is it so?\n\nYes, it is.\n\n', times)],
    'chapters that repeat': [
      'faq.md',
      (times) => repeated(() => '# Paying\n\n## Is it so?\n\nYes, it is.\n\n', times),
    ],
    'empty chapters': [
      'faq.md',
      (times) => repeated((at) => `# Part ${at}\n\n`, times) + repeated(() => '## Is it so?\n\nYes.\n\n', 9),
    ],
    'sections that ask nothing': [
      'faq.md',
      (times) => repeated((at) => `## Why ${at}?\n\nSo.\n\n## Section ${at}\n\nText.\n\n`, times),
    ],
    'numbers that repeat': ['faq.txt', (times) => repeated(() => '7. Is it so?\n\nYes, it is.\n\n', times)],
    'questions behind marks': [
      'faq.txt',
      (times) => repeated(() => 'Q: Is it so?\nA: Yes, it is.\n\n', times),
    ],
    'a contents at the head': [
      'faq.txt',
      (times) =>
        `Contents\n\n${repeated((at) => `${at + 1}. Is it ${at}?\n`, times)}\n${repeated((at) => `${at + 1}. Is it ${at}?\n\nYes.\n\n`, times)}`,
    ],
    'headings of a page': [
      'faq.html',
      (times) => repeated(() => '<h2>Is it so?</h2><p>Yes, it is.</p>', times),
    ],
    'headings of reStructuredText': [
      'faq.rst',
      (times) => repeated(() => 'Is it so?\n=========\n\nYes, it is.\n\n', times),
    ],
    'sections of AsciiDoc': ['faq.adoc', (times) => repeated(() => '== Is it so?\n\nYes, it is.\n\n', times)],
    'headings of Org': ['faq.org', (times) => repeated(() => '* Is it so?\n\nYes, it is.\n\n', times)],
    'links to entries': [
      'faq.md',
      (times) => repeated((at) => `## Is it ${at}?\n\nYes, see [it](#is-it-${at >> 1}).\n\n`, times),
    ],
    'headings of OpenDocument': [
      'faq.odt',
      (times) =>
        packed({
          mimetype: 'application/vnd.oasis.opendocument.text',
          'content.xml': `<office:text>${repeated((at) => `<text:h text:outline-level="1">Is it ${at}?</text:h><text:p>Yes.</text:p>`, times)}</office:text>`,
        }),
    ],
    'styles of OpenDocument that never end': [
      'faq.odt',
      (times) =>
        packed({
          mimetype: 'application/vnd.oasis.opendocument.text',
          'content.xml': `${repeated(() => '<style:style style:name="x"><text:list-style style:name="y">', times)}<office:text>${repeated((at) => `<text:h text:outline-level="1">Is it ${at}?</text:h><text:p>Yes.</text:p>`, times)}</office:text>`,
        }),
    ],
    'pages of an EPUB': [
      'faq.epub',
      (times) => {
        const names = Array.from({ length: times / 10 }, (_, at) => `c${at}`);
        return packed({
          mimetype: 'application/epub+zip',
          'META-INF/container.xml': '<rootfile full-path="p.opf"/>',
          'p.opf': `${names.map((name) => `<item id="${name}" href="${name}.xhtml"/>`).join('')}${names.map((name) => `<itemref idref="${name}"/>`).join('')}`,
          ...Object.fromEntries(
            names.map((name) => [
              `${name}.xhtml`,
              `<body><h1>${name}</h1>${repeated((at) => `<h2>Is it ${name} ${at}?</h2><p>Yes.</p>`, 10)}</body>`,
            ]),
          ),
        });
      },
    ],
    'items of YAML': [
      'faq.yaml',
      (times) => repeated((at) => `- question: Is it ${at}?\n  answer: Yes.\n`, times),
    ],
    rows: ['faq.csv', (times) => `question,answer\n${repeated(() => 'Is it so?,Yes.\n', times)}`],
    records: [
      'faq.json',
      (times) => `[${repeated(() => '{"question":"Is it so?","answer":"Yes."},', times).slice(0, -1)}]`,
    ],
  };

describe('twice the document is twice the work', () => {
  test.each(Object.entries(SOURCES))('%s', async (_name, [path, of]) => {
    const work = (times: number) => {
      const source = of(times);
      const bytes = typeof source === 'string' ? strToU8(source) : source;
      return countWork(() => importSource([{ path, bytes }], path));
    };
    await work(50);
    const once = await work(500);
    expect((await work(1000)) / once).toBeLessThan(2.3);
  });
});

/** What begins and never ends, so often that reading it more than once would not end either. */
const NEVER_ENDING: Readonly<Record<string, string>> = {
  'a formula': `{x} $${'_'.repeat(400_000)}`,
  'names that are imported': `import ${'a '.repeat(400_000)}`,
  'braces that are imported': 'import a {\n'.repeat(100_000),
  'a component': `<a${'-a'.repeat(400_000)}`,
  'components in one another': '<A b={'.repeat(200_000),
};

test.each(Object.entries(NEVER_ENDING))('%s that never ends is searched once', (_name, text) => {
  expect(findTags(text, true).length + findTags(text).length).toBeLessThan(3);
});

describe('files in a PDF', () => {
  const held = (content: Uint8Array, named = true) =>
    Buffer.concat([
      Buffer.from(
        `1 0 obj\n<< /Type /EmbeddedFile ${named ? `/Length ${content.length} ` : ''}/Filter /FlateDecode >>\nstream\n`,
      ),
      content,
      Buffer.from('\nendstream\nendobj\n'),
    ]);

  test('each is read once, with its length or without', () => {
    const one = deflateSync(Buffer.from('one /EmbeddedFile stream\n'));
    const files = filesInPdf(Buffer.concat([Buffer.from('%PDF-2.0\n'), held(one), held(one, false)]));
    expect(files.map((file) => Buffer.from(file).toString())).toEqual(
      Array(2).fill('one /EmbeddedFile stream\n'),
    );
  });

  test('names of files that never end are searched once', () => {
    expect(filesInPdf(Buffer.from(`%PDF-2.0\n${'/EmbeddedFile stream\n'.repeat(400_000)}`))).toEqual([]);
  });

  test('together they have a bound', () => {
    const trap = held(deflateSync(Buffer.alloc(200_000_000)));
    expect(filesInPdf(Buffer.concat([Buffer.from('%PDF-2.0\n'), trap, trap, trap]))).toHaveLength(1);
  });
});
