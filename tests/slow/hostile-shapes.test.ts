import { importSource } from '@octavo/import';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ANSWER_MARK, QUESTION_MARK } from '../../packages/import/src/recognise/marks.ts';
import { readNumber } from '../../packages/import/src/recognise/number.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Imports a document, or the folder `faq`. */
async function importOf(source: Files, path = Object.keys(source)[0] ?? '') {
  const files = Object.entries(source).map(([name, content]) => ({
    path: name,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }));
  const made = await importSource(files, path);
  const text = made.files.map(({ content }) => String(content)).join('\n');
  return { ...made, text, paths: made.files.map((file) => file.path) };
}

const DEEP = 20_000;
const nested = (open: string, inside: string, close: string, times = DEEP) =>
  open.repeat(times) + inside + close.repeat(times);
const stairs = (step: string, mark: string, times: number) =>
  Array.from({ length: times }, (_, at) => `${step.repeat(at)}${mark}item ${at}\n`).join('');

describe('documents that nest very deep, or are very wide, are read and their words are kept', () => {
  test.each<readonly [what: string, path: string, source: string]>([
    ['elements', 'faq.html', `<h2>Is it?</h2>${nested('<div>', 'Yes.', '</div>')}`],
    ['marks that nothing closes', 'faq.html', `<h2>Is it?</h2><p>${'<b><i>'.repeat(DEEP)}Yes.`],
    ['lists', 'faq.html', `<h2>Is it?</h2>${nested('<ul><li>', 'Yes.', '</li></ul>', 5000)}`],
    ['tables', 'faq.html', `<h2>Is it?</h2>${nested('<table><tr><td>', 'Yes.', '</td></tr></table>', 2000)}`],
    ['quotes', 'faq.html', `<h2>Is it?</h2>${nested('<blockquote>', '<p>Yes.</p>', '</blockquote>', 5000)}`],
    ['quotes', 'faq.md', `## Is it?\n\n${'> '.repeat(DEEP)}Yes.\n`],
    ['lists', 'faq.md', `## Is it?\n\n${'- '.repeat(DEEP)}Yes.\n`],
    ['lists, a line each', 'faq.md', `## Is it?\n\n${stairs('  ', '- ', 500)}\nYes.\n`],
    ['brackets', 'faq.md', `## Is it?\n\n${nested('[', 'Yes.', ']')}\n`],
    ['HTML', 'faq.md', `## Is it?\n\n${nested('<div>', 'Yes.', '</div>')}\n`],
    ['containers', 'faq.md', `## Is it?\n\n${':::note\n'.repeat(2000)}Yes.\n`],
    ['lists', 'faq.rst', `Is it?\n======\n\n${stairs('  ', '* ', 300).replaceAll('\n', '\n\n')}Yes.\n`],
    ['quotes', 'faq.rst', `Is it?\n======\n\n${stairs(' ', '', 400).replaceAll('\n', '\n\n')}Yes.\n`],
    [
      'directives',
      'faq.rst',
      `Is it?\n======\n\n${stairs('   ', '.. note:: ', 300).replaceAll('\n', '\n\n')}Yes.\n`,
    ],
    ['lists', 'faq.txt', `Q: Is it?\nA: Yes.\n\n${stairs(' ', '- ', 1000)}`],
    ['columns', 'faq.csv', `question,answer${',more'.repeat(100_000)}\nIs it?,Yes.${',x'.repeat(100_000)}\n`],
    ['columns without names', 'faq.csv', `Is it?,Yes.${','.repeat(100_000)}\nIs it now?,Yes.\n`],
  ])('%s in %s', async (_, path, source) => {
    const { text, report } = await importOf({ [path]: source });
    expect(text).toContain('Yes.');
    expect(report.words.missingCount).toBe(0);
    expect(report.entries.length).toBeGreaterThan(0);
  });
});

test('JSON that nests too deep is said, not lost without a word', async () => {
  const { report } = await importOf({
    'faq.json': nested('[', '{"question":"Is it?","answer":"Yes."}', ']', 5000),
  });
  expect(report.findings.map(({ reason }) => reason)).toContain(
    'the JSON nests too deep: read as plain text',
  );
  expect(report.words.missingCount).toBe(5);
});

test('a line of spaces between the signs of a mark is looked through once', () => {
  const gap = ' '.repeat(50_000);
  for (const text of [`${gap}x`, `Q${gap}x`, `Q${gap}#${gap}x`, `[${gap}Q${gap}x12`, `A${gap}1${gap}x`])
    expect([QUESTION_MARK, ANSWER_MARK].map((mark) => mark.test(text))).toEqual([false, false]);
  expect(readNumber(`[${' '.repeat(30)}#${' '.repeat(30)}12] Is it?`)?.number).toBe('12');
  expect(QUESTION_MARK.exec('[ Q # 12 ] Is it?')?.[2]).toBe('12');
  expect(QUESTION_MARK.exec('Frage 3 - Is it?')?.[2]).toBe('3');
  expect(QUESTION_MARK.exec('F 4 : Is it?')?.[4]).toBe('4');
});

describe('nothing is written, and nothing is read, outside the folder', () => {
  const UP = [
    '../../../evil',
    '/etc/evil',
    'C:\\evil',
    '..\\..\\evil',
    '%2e%2e/%2e%2e/evil',
    'a/../../evil',
    '.',
    '..',
    'con',
    'x\0y',
  ];
  const isInside = (path: string) =>
    /^[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+)*$/u.test(path) &&
    !path.split('/').some((part) => part === '.' || part === '..');

  test.each(UP)('by front matter: %j', async (name) => {
    const value = JSON.stringify(name);
    const keys = [
      'id',
      'slug',
      'title',
      'chapter',
      'category',
      'number',
      'permalink',
      'url',
      'aliases',
      'weight',
    ];
    const front = keys.map((key) => `${key}: ${value}\n`).join('');
    const entry = `---\n${front}---\n\n# Is it ${name === '.' ? 'a dot' : 'one'}?\n\nYes, ![a door](${name}.png).\n`;
    for (const source of [{ 'faq.md': entry }, { 'faq/a.md': entry, 'faq/b/c.md': entry }]) {
      const { paths } = await importOf(source, 'faq.md' in source ? 'faq.md' : 'faq');
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !isInside(path))).toEqual([]);
    }
  });

  test.each(UP)('by a column or a key: %j', async (name) => {
    const csv = `question,answer,id,number,category\nIs it?,Yes.,${name},${name},${name}\n`;
    const json = JSON.stringify([
      { question: 'Is it?', answer: 'Yes.', id: name, slug: name, category: name },
    ]);
    const html = `<h1 id="${name}">${name}</h1><h2 id="${name}">Is it?</h2><p>Yes. <img src="${name}.png" alt="a"></p>`;
    for (const source of [{ 'faq.csv': csv }, { 'faq.json': json }, { 'faq.html': html }] as Files[]) {
      const { paths } = await importOf(source);
      expect(paths.filter((path) => !isInside(path))).toEqual([]);
    }
  });

  test.each(UP)('by a member of an archive: %j', async (name) => {
    const open = 'http://schemas.openxmlformats.org';
    const rels = (inside: string) =>
      `<Relationships xmlns="${open}/package/2006/relationships">${inside}</Relationships>`;
    const escaped = name.replaceAll('\0', '');
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${open}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const text = (value: string, style = '') => `<w:p>${style}<w:r><w:t>${value}</w:t></w:r></w:p>`;
    const heading = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>';
    const blip =
      '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A door"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const archive = zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(rels(relation('d', 'officeDocument', 'word/document.xml'))),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${open}/wordprocessingml/2006/main" xmlns:r="${open}/officeDocument/2006/relationships" xmlns:a="${open}/drawingml/2006/main" xmlns:wp="${open}/drawingml/2006/wordprocessingDrawing" xmlns:pic="${open}/drawingml/2006/picture"><w:body>${text('Is it?', heading)}${text('Yes.')}${blip}</w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': strToU8(rels(relation('p', 'image', `${escaped}.png`))),
      [`word/${name}.png`]: strToU8('\x89PNG\r\n\x1a\n'),
      [`${name}.png`]: strToU8('\x89PNG\r\n\x1a\n'),
      [name]: strToU8('---\n'),
    });
    const { paths, text: said } = await importOf({ 'faq.docx': archive });
    expect(said).toContain('Is it?');
    expect(paths.filter((path) => !isInside(path))).toEqual([]);
  });
});
