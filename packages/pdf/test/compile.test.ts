import type { Compiled } from '@octavo/core';
import { compile } from '@octavo/pdf';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { allText, bytesOf, objectsOf, openPdf, pageTexts } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest, PNG } from './sample.ts';

const EVERYTHING = `Text with *emphasis*, **strong**, ~~struck~~, \`code\`, a [fine place](https://example.org/a) and [the next](#2).

- a list
  1. nested
- [x] done

> A quotation[^n].

\`\`\`js
if (a) {
    b();
}
\`\`\`

| Head | Number |
| --- | ---: |
| one | 1 |
| two | 22 |

:::warning
Take care of $x^2$.
:::

$$\\frac{a}{b}$$

![A grey square](../assets/grey.png "The caption")

H<sub>2</sub>O and <kbd>Esc</kbd> and <abbr title="HyperText">HT</abbr>.

[^n]: The footnote text.
`;

const handbook = handbookOf({
  'handbook.yaml': manifest(['one', 'two'], 'front: [preface]\n'),
  'glossary.yaml': 'terms:\n  - { id: term, term: Term, definition: "A *defined* word.", entries: [1] }\n',
  'front/preface.md': '---\ntitle: Preface\n---\n\nWords before. See [one](#1).\n',
  'assets/grey.png': PNG,
  'one/1-first.md': entry(
    '1',
    'What is first?',
    EVERYTHING,
    'id: first\nrelated: [2]\nindex: ["alpha", "beta > gamma"]\naliases: [oldest]\n',
  ),
  'one/2-second.md': entry('2', 'What is second?', 'Second answer, by [one](#1).', 'index: ["alpha"]\n'),
  'two/10-tenth.md': entry('10', 'What is tenth?', 'Gone.', 'status: withdrawn\nreplacedBy: 2\n'),
});
const options = { fonts: readFonts(handbook), assets: new Map([['assets/grey.png', PNG]]) };

describe('compile', () => {
  let compiled: Compiled;
  let pdf: PDFDocumentProxy;
  beforeAll(async () => {
    compiled = await compile(handbook, options);
    pdf = await openPdf(compiled);
  });
  afterEach(() => vi.useRealTimers());

  it('makes one file and has nothing to report', () => {
    expect(compiled.files.map((file) => [file.path, file.mediaType])).toEqual([
      ['sample.pdf', 'application/pdf'],
    ]);
    expect(compiled.messages.map((message) => message.reason)).toEqual([]);
  });

  it('numbers the front matter in roman and the body from 1, as the page map says', async () => {
    const labels = await pdf.getPageLabels();
    expect(labels?.slice(0, 5)).toEqual(['Cover', 'Cover', 'i', 'ii', 'iii']);
    expect(labels).toContain('1');
    const mapped = compiled.pageMap?.map((page) => page.label) ?? [];
    expect(mapped.every((label) => labels?.includes(label))).toBe(true);
    expect(compiled.pageMap?.find((page) => page.label === '1')?.at).toMatchObject({
      kind: 'chapter',
      id: 'one',
    });
  });

  it('has a destination for every number, id and alias', async () => {
    const names = Object.keys(await pdf.getDestinations());
    expect(names).toEqual(
      expect.arrayContaining([
        'q1',
        'first',
        'oldest',
        'q2',
        'second',
        'q10',
        'chapter-two',
        'preface',
        'term-term',
        'q1-fn-1',
      ]),
    );
  });

  it('links to destinations that exist, each with words of its own', async () => {
    const names = new Set(Object.keys(await pdf.getDestinations()));
    let links = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      for (const annotation of await (await pdf.getPage(number)).getAnnotations()) {
        links += 1;
        if (annotation.dest) expect(names).toContain(annotation.dest);
        else expect(annotation.url).toMatch(/^https?:/);
        expect(annotation.contentsObj.str).not.toBe('');
      }
    }
    expect(links).toBeGreaterThan(12);
  });

  it('has an outline of chapters with their entries', async () => {
    const outline = await pdf.getOutline();
    const chapter = outline.find((item) => item.title === 'Chapter one');
    expect(chapter?.items.map((item) => item.title)).toEqual(['1 What is first?', '2 What is second?']);
  });

  it('tags what it draws', async () => {
    const roles = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number++) {
      collect(await (await pdf.getPage(number)).getStructTree(), roles);
    }
    const wanted = [
      'H1',
      'H2',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'BlockQuote',
      'Note',
      'Code',
      'Table',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
      'Formula',
      'Figure',
      'Caption',
      'Link',
      'Reference',
      'TOC',
      'TOCI',
      'Index',
    ];
    expect([...roles]).toEqual(expect.arrayContaining(wanted));
  });

  it('says every word of the source', async () => {
    const text = await allText(pdf);
    const words = [
      'emphasis',
      'strong',
      'struck',
      'nested',
      'quotation',
      'footnote text',
      'if (a) {',
      '22',
      'Take care of',
      'The caption',
      'HT',
      'Words before',
      'defined',
      'Withdrawn',
      'What is tenth?',
      'alpha',
    ];
    for (const word of words) expect(text).toContain(word);
  });

  it('prints in the contents the page each entry is on', async () => {
    const labels = (await pdf.getPageLabels()) ?? [];
    const contents = (await pageTexts(pdf))[labels.indexOf('iii')]
      ?.map((word) => word.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const number of ['1', '2', '10']) {
      const destination = await pdf.getDestination(`q${number}`);
      const page = labels[await pdf.getPageIndex(destination?.[0])];
      expect(contents).toMatch(new RegExp(`${number} What is \\w+\\? .*?\\b${page}\\b`));
    }
  });

  it('embeds every font and uses none of the fourteen', async () => {
    const source = objectsOf(await bytesOf(compiled));
    expect(source).not.toMatch(/Helvetica|Times-|Courier|\/Type1\b/);
    expect(source.match(/\/FontFile2 /g)?.length).toBeGreaterThan(3);
  });

  it('escapes the title in its metadata and claims PDF/UA-1', async () => {
    const source = Buffer.from(await bytesOf(compiled)).toString('utf8');
    expect(source).toContain('A Sample &amp; Its &lt;Title&gt;');
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'A Sample & Its <Title>',
      Author: 'The Press',
      Keywords: 'one, two',
      Language: 'en',
      CreationDate: 'D:20260304000000Z',
    });
  });

  it('prints the changes of an edition, each with its page', async () => {
    const about = {
      subject: 'entry',
      significance: 'minor',
      question: 'What was it?',
      chapter: 'One',
      passages: [],
    } as const;
    const segments = [
      { kind: 'same', text: 'A ' },
      { kind: 'deleted', text: 'dull' },
      { kind: 'inserted', text: 'sharp' },
      { kind: 'same', text: ' knife.' },
    ] as const;
    const changes = [
      { ...about, number: '2', kind: 'changed', note: 'Reworded.', passages: [{ part: 'answer', segments }] },
      { ...about, number: '99', kind: 'withdrawn', replacedBy: '2' },
      { ...about, number: '1', kind: 'changed', significance: 'editorial' },
    ] as const;
    const changesSince = { version: '1', date: '2026-01-01' };
    const text = await allText(await openPdf(await compile(handbook, { ...options, changes, changesSince })));
    expect(text).toMatch(
      /Changes in this edition.*Since edition 1 of January 1, 2026.*\[\+Inserted ?\]\s+\[−Deleted ?\].*2 What is second\? \(p\. 2\) Changed\. Reworded\./,
    );
    expect(text).toMatch(/A \[−dull ?\]\[\+sharp ?\] knife\./);
    expect(text).toMatch(
      /99 What was it\? Withdrawn\. Replaced by 2 What is second\? \(p\. 2\).*Corrections.*1 /,
    );
  });

  it('makes the same bytes at another time, and through an executor that clones', async () => {
    vi.useFakeTimers({ now: new Date('2031-01-01'), toFake: ['Date'] });
    const again = await compile(handbook, {
      ...options,
      executor: {
        width: 2,
        run: async (task, input) => structuredClone(await task.run(structuredClone(input))),
      },
    });
    expect(Buffer.from(await bytesOf(again)).equals(Buffer.from(await bytesOf(compiled)))).toBe(true);
  });
});

function collect(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.add(node.role);
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collect(child, roles);
}
