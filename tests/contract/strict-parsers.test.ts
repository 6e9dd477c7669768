import { type Handbook, loadHandbook } from '@octavo/core';
import { unzipSync } from 'fflate';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { allElements, rawText } from '../../packages/verify/src/markup/element.ts';
import { parseHtml } from '../../packages/verify/src/markup/parse-html.ts';
import { parseXml } from '../../packages/verify/src/markup/parse-xml.ts';
import { compileBook } from './compile-book.ts';

/** What stands, in every place where a writer can put words, for each of the texts below. */
const MARK = 'QQQ';
const HOSTILE: Readonly<Record<string, string>> = {
  'the end of a CDATA section': 'if (a[b[0]]>1) ]]>',
  'the beginning of one': '<![CDATA[ x',
  'a comment and its end': '<!-- x --!> -->',
  'the end of a script': '</script><script>alert(1)</script>',
  'the end of a style sheet and of a title': '</style></title></textarea>',
  'a processing instruction': '<?xml version="1.0"?> ?>',
  'a document type': '<!DOCTYPE x [<!ENTITY a "b">]>',
  entities: '&nbsp; &amp; &#0; &a; &',
  quotes: '"\' `\\" \\u0000 \\',
  'lone surrogates': 'a\uD800b\uDFFFc',
  noncharacters: '\uFFFE \uFFFF \u{1FFFE} \uFDD0',
  'control characters': '\0 \u0001 \u0008 \u000B \u000C \u001F \u007F \u0085 \u009F',
  separators: 'a\u2028b\u2029c',
  'marks of direction': '\u202Ea\u2066b',
  'a letter outside the first plane': '𝒳 😀',
};

const BOOK = `schemaVersion: 1
id: small
title: Title ${MARK}
subtitle: Subtitle ${MARK}
description: Description ${MARK}
language: en
iri: https://example.org/small/
keywords: [Keyword ${MARK}]
publisher: { name: Publisher ${MARK} }
contributors: [{ name: Contributor ${MARK}, role: Role ${MARK} }]
license: { name: License ${MARK} }
copyright: Copyright ${MARK}
identifiers: { doi: 10.1000/182 }
edition: { version: "1", date: "2026-11-01" }
cover: { image: assets/dot.svg, alternative: Cover ${MARK} }
front: [preface]
parts: [{ id: first, title: Part ${MARK}, chapters: [basics] }]
chapters: [{ id: basics, title: Chapter ${MARK}, summary: Summary ${MARK} }]
`;
const ENTRY = `---
number: 1
question: Why ${MARK}?
topics: [topic]
index: ["Index ${MARK}", "Index ${MARK} > Below ${MARK}"]
origin: { source: "Origin ${MARK}", location: "Place ${MARK}" }
change: { significance: minor, note: "Note ${MARK}" }
---

Answer ${MARK}, *in ${MARK}*, \`code ${MARK}\`, a note[^1] and [a link](https://example.org/ "Linked ${MARK}").

## Heading ${MARK}

![Alternative ${MARK}](../assets/dot.svg "Caption ${MARK}")

| Head ${MARK} |
| --- |
| Cell ${MARK} |

\`\`\`text
Code ${MARK}
\`\`\`

:::note[Box ${MARK}]
Inside ${MARK}
:::

- Item ${MARK}

[^1]: Footnote ${MARK}
`;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Dot</title><rect width="9" height="9"/></svg>';

let template: string;
beforeAll(() => {
  const sources = Object.entries({
    'handbook.yaml': BOOK,
    'glossary.yaml': `terms:\n  - { id: t, term: Term ${MARK}, definition: "Definition ${MARK}", also: ["Also ${MARK}"], entries: ["1"] }\n`,
    'topics.yaml': `topics:\n  - { id: topic, title: "Topic ${MARK}", description: "About ${MARK}" }\n`,
    'front/preface.md': `---\ntitle: Preface ${MARK}\n---\n\nProse ${MARK}.\n`,
    'basics/1-first.md': ENTRY,
    'basics/2-second.md': `---\nnumber: 2\nquestion: Gone ${MARK}?\nstatus: withdrawn\n---\n\nReason ${MARK}.\n`,
    'assets/dot.svg': SVG,
  }).map(([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }));
  const { handbook } = loadHandbook(sources);
  if (!handbook) throw new Error(sources.flatMap(({ messages }) => messages.map(String)).join('\n'));
  template = JSON.stringify(handbook);
});

const assets = new Map([['assets/dot.svg', new TextEncoder().encode(SVG)]]);

/** The book with a text wherever a writer can put one; what core refuses is there too, as a tool may have made it. */
function bookWith(text: string): Handbook {
  return JSON.parse(template, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(MARK, () => text) : value,
  ) as Handbook;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Reads a file as strictly as its kind is defined; the names of those that hold text nobody can read. */
function faultsOf(path: string, bytes: Uint8Array): readonly string[] {
  try {
    if (/\.(?:epub|zip)$/.test(path))
      return Object.entries(unzipSync(bytes)).flatMap(([inner, content]) => faultsOf(inner, content));
    if (/\.pdf$/.test(path)) {
      const packet = /<\?xpacket begin.*?\?>(.*?)<\?xpacket end/s.exec(Buffer.from(bytes).toString('latin1'));
      parseXml(Buffer.from(packet?.[1] ?? '', 'latin1').toString('utf8'));
    } else if (/\.(?:xhtml|opf|ncx|xml|svg|rss|atom)$/.test(path)) parseXml(strict.decode(bytes));
    else if (/\.(?:json|jsonld|webmanifest)$/.test(path)) JSON.parse(strict.decode(bytes));
    else if (/\.(?:jsonl|ndjson)$/.test(path))
      for (const line of strict.decode(bytes).trimEnd().split('\n')) JSON.parse(line);
    else if (/\.html$/.test(path)) {
      const scripts = allElements(parseHtml(strict.decode(bytes))).filter(({ name }) => name === 'script');
      for (const script of scripts) {
        if (/json/.test(script.attributes.type ?? '')) JSON.parse(rawText(script));
        else if (/alert/.test(rawText(script))) throw new Error('a script came in by words');
      }
    }
    return [];
  } catch (error) {
    return [`${path}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`];
  }
}

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  test.each(['html', 'epub', 'jsonld', 'pdf'] as const)('in %s', async (format) => {
    const handbook = bookWith(text);
    const note = { significance: 'minor', kind: 'changed', chapter: text, note: text } as const;
    const passages = [{ part: 'answer', segments: [{ kind: 'inserted', text }] }] as const;
    const changes = [{ ...note, subject: 'entry', number: '1', question: text, passages }] as const;
    const said = format === 'jsonld' ? {} : { changes, changesSince: { version: text, date: '2026-01-01' } };
    const { files, compiled } = await compileBook(format, { handbook, assets }, said);
    const refused = compiled.messages.filter(({ fatal }) => fatal === true);
    // What a font has no glyph for holds back the PDF alone, and is said.
    if (format !== 'pdf') expect(refused.map(({ reason }) => reason)).toEqual([]);
    expect(files.size > 0).toBe(refused.length === 0);
    expect([...files].flatMap(([path, bytes]) => faultsOf(path, bytes))).toEqual([]);
  });
});

test.each(Object.entries(HOSTILE))('%s where a PDF says it to programs alone', async (_, text) => {
  const handbook = { ...bookWith('words'), keywords: [text], description: text };
  const { files } = await compileBook('pdf', { handbook, assets });
  expect([...files].flatMap(([path, bytes]) => faultsOf(path, bytes))).toEqual([]);
  expect(files.size).toBe(1);
});

test('the parsers are strict', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  for (const [path, text] of [
    ['a.xhtml', '<p>]]></p>'],
    ['a.xhtml', '<p>\uFFFE</p>'],
    ['a.opf', '<p>\u0001</p>'],
    ['a.xml', '<p>&nbsp;</p>'],
    ['a.json', '["\u0001"]'],
    ['a.html', '<script type="application/ld+json">{"a":"</script>"}</script>'],
  ] as const)
    expect(faultsOf(path, bytes(text)), text).toHaveLength(1);
  expect(faultsOf('a.xml', Uint8Array.of(0x3c, 0x70, 0x3e, 0xed, 0xa0, 0x80))).toHaveLength(1);
});
