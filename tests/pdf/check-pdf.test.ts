import { type Handbook, loadHandbook } from '@octavo/core';
import { openObjects } from '@octavo/verify/pdf-objects';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { checkPdf } from './check-pdf.ts';
import type { Fault } from './fault.ts';
import { type Spoilt, spoiling, withContent } from './faulty-books.ts';
import { contentStreams } from './tagged-pdf.ts';

const FIRST = `Text with *emphasis*, [a place](https://example.org/a), [the second](#2) and a note.[^n]

A word of :span[Sauerteig]{lang=de}, and another of :span[חומוס]{lang=he dir=rtl}.

| Head | Number |
| --- | ---: |
| one | 1 |

### A heading

- a list
- of two

[^n]: The words of the note.
`;

const SOURCES: Readonly<Record<string, string>> = {
  'handbook.yaml': `schemaVersion: 1
id: checked
title: A checked book
language: en
iri: https://example.org/checked/
publisher: { name: The Press }
edition: { version: "1.0", date: 2026-03-04 }
chapters: [{ id: one, title: Chapter one }, { id: two, title: Chapter two }]
`,
  'one/1-first.md': `---\nnumber: 1\nquestion: What is first?\nrelated: [2]\nindex: [alpha]\n---\n\n${FIRST}`,
  'one/2-second.md': '---\nnumber: 2\nquestion: What is second?\n---\n\nSecond answer, by [the first](#1).\n',
  'two/3-third.md': '---\nnumber: 3\nquestion: What is third?\n---\n\nThird, see [the second](#2).\n',
};

const files = Object.entries(SOURCES).map(([path, value]) => new VFile({ path, value: Buffer.from(value) }));
const loaded = loadHandbook(files).handbook;
if (!loaded) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
const handbook: Handbook = loaded;
const assets: ReadonlyMap<string, Uint8Array> = new Map();

async function pdfOf(spoil: (list: Spoilt) => void = () => {}): Promise<Uint8Array> {
  const made = await compileBook('pdf', { handbook, assets }, { executor: spoiling(spoil) });
  const [bytes] = made.files.values();
  if (!bytes) throw new Error(made.compiled.messages.map(String).join('\n'));
  return bytes;
}

const rulesOf = (faults: readonly Fault[]): readonly string[] => [
  ...new Set(faults.map((fault) => fault.rule)),
];

describe('a sound book', () => {
  it('has no fault', async () => {
    expect(checkPdf(await pdfOf(), handbook)).toEqual([]);
  });

  it('has none either when every node and script is in it', async () => {
    const book = await loadBook('tests/fixtures/kitchen-sink');
    const { files: made } = await compileBook('pdf', book);
    expect(checkPdf([...made.values()][0] ?? new Uint8Array(), book.handbook)).toEqual([]);
  });
});

/** The elements of a type in a list. */
const all = (list: Spoilt, type: string) => list.structure.filter((node) => node.type === type);
const links = (list: Spoilt) => list.pages.flatMap((page) => page.links);

describe('a spoilt book is caught', () => {
  it.each<[fault: string, rule: Fault['rule'], spoil: (list: Spoilt) => void]>([
    [
      'two questions read in the wrong order',
      'order',
      (list) => {
        const chapter = all(list, 'Sect').find((node) => node.parent < 0);
        if (chapter) chapter.kids.reverse();
      },
    ],
    [
      'words painted as an artifact',
      'order',
      (list) => {
        for (const page of list.pages)
          for (const item of page.items)
            if (item.kind === 'glyphs' && (item.content ?? -1) > 4) item.content = -1;
      },
    ],
    [
      'the parts of a paragraph read backwards',
      'order',
      (list) => {
        const paragraph = all(list, 'P').find((node) => node.kids.length > 4);
        paragraph?.kids.reverse();
      },
    ],
    [
      'a note that is read nowhere',
      'order',
      (list) => {
        for (const note of all(list, 'Note')) {
          const parent = list.structure[note.parent];
          const index = list.structure.indexOf(note);
          if (parent) parent.kids = parent.kids.filter((kid) => kid !== index);
        }
      },
    ],
    [
      'a question that is no heading',
      'headings',
      (list) => {
        for (const heading of all(list, 'H2')) heading.type = 'P';
      },
    ],
    [
      'a heading two levels down',
      'headings',
      (list) => {
        for (const heading of all(list, 'H3')) heading.type = 'H5';
      },
    ],
    [
      'a link that leads to another question',
      'links',
      (list) => {
        for (const { target } of links(list)) if (target.name === 'q2') target.name = 'q1';
      },
    ],
    [
      'a link that leads nowhere',
      'links',
      (list) => {
        for (const { target } of links(list)) if (target.name === 'q2') target.name = 'q77';
      },
    ],
    [
      'a link to another address',
      'links',
      (list) => {
        for (const { target } of links(list)) if (target.url) target.url = 'https://example.org/b';
      },
    ],
    [
      'a link clicked beside its words',
      'links',
      (list) => {
        for (const link of links(list)) link.x += 200;
      },
    ],
    [
      'a Link without an annotation',
      'links',
      (list) => {
        for (const page of list.pages) page.links = [];
      },
    ],
    [
      'a destination on another page than its question',
      'links',
      (list) => {
        const anchors = list.pages.flatMap((page) => page.anchors);
        for (const anchor of anchors) anchor.name = { q1: 'q3', q3: 'q1' }[anchor.name] ?? anchor.name;
      },
    ],
    [
      'a printed page of another question',
      'page-numbers',
      (list) => {
        for (const page of list.pages)
          for (const item of page.items) if (item.anchor === 'q2') item.anchor = 'q3';
      },
    ],
    [
      'a table head without a scope',
      'tables',
      (list) => {
        for (const head of all(list, 'TH')) delete head.scope;
      },
    ],
    [
      'a table without a head',
      'tables',
      (list) => {
        for (const head of all(list, 'TH')) head.type = 'TD';
      },
    ],
    [
      'a row that lost a cell',
      'tables',
      (list) => {
        all(list, 'TR').at(-1)?.kids.pop();
      },
    ],
    [
      'words in an unnamed language',
      'languages',
      (list) => {
        for (const span of all(list, 'Span')) delete span.lang;
      },
    ],
  ])('%s', async (_, rule, spoil) => {
    expect(rulesOf(checkPdf(await pdfOf(spoil), handbook))).toContain(rule);
  });
});

describe('operators changed after painting', () => {
  let sound: Uint8Array;
  let page = 0;
  beforeAll(async () => {
    sound = await pdfOf();
    const file = openObjects(sound);
    // A blank page has no content.
    page = contentStreams(file).findIndex(
      (stream) => stream !== null && /\/MCID 1>>[\s\S]*\/Artifact </.test(file.stream(stream)),
    );
  });

  it.each<[fault: string, change: (content: string) => string]>([
    ['a paint operator in no mark', (content) => content.replace(/\/Artifact <.*?BDC([\s\S]*?)EMC/, '$1')],
    ['a mark that is never closed', (content) => content.replace(/EMC(?![\s\S]*EMC)/, '')],
    ['a number given twice', (content) => content.replace('/MCID 1>>', '/MCID 0>>')],
    ['a stretch that no element names', (content) => content.replace('/MCID 1>>', '/MCID 99>>')],
  ])('%s', (_, change) => {
    expect(rulesOf(checkPdf(withContent(sound, page, change), handbook))).toContain('marks');
  });
});
