import { importSource } from '@octavo/import';
import { describe, expect, test } from 'vitest';
import { wordsLost } from './words-lost.ts';

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** What no person writes: it must come out whole, harmless, and in bounded time (tests/slow measures it). */
const HARD: Readonly<Record<string, string>> = {
  'empty.md': '',
  'blank.txt': ' \n\n\t\n',
  'long-line.txt': `1. Is it long?\n\n${'word '.repeat(4000)}`,
  'long-line.md': `# Is it long?\n\n${'word and *more* of it '.repeat(1100)}`,
  'many-headings.md': lines(120, (at) => `## Is this number ${at}?\n\nYes.\n`),
  'deep-list.md': `## Why?\n\n${lines(200, (at) => `${'  '.repeat(at)}- item ${at}`)}`,
  'deep-quote.md': `## Why?\n\n${'>'.repeat(1000)} quoted`,
  'deep-html.html': `<h2>Why?</h2>${'<div><b>'.repeat(2000)}deep${'</b></div>'.repeat(2000)}`,
  'unclosed.html': `<h2>Why?</h2>${'<i a="'.repeat(2000)}text`,
  'formatting.html': `<h2>Why?</h2>${lines(300, (at) => `<font color=${at}>`)}${'<p>para'.repeat(300)}`,
  'marks.md': `## Why?\n\n${'*a _b '.repeat(2000)}`,
  'brackets.md': `## Why?\n\n${'[a]('.repeat(900)}`,
  'deep.json': `${'['.repeat(5000)}"x"${']'.repeat(5000)}`,
  'broken.json': '{"question": "Is it JSON?", ',
  'open-quote.csv': 'question,answer\n"Is it closed?,no\nWhy?,because\n',
  'deep-list.txt': `Q: Why?\nA: So.\n${lines(1500, (at) => `${' '.repeat(at)}- item ${at}`)}`,
  'deep.rst': `Why?\n====\n\n${lines(100, (at) => `${'  '.repeat(at)}* item ${at}`)}`,
  'directives.rst': `Why?\n====\n\n${lines(60, (at) => `${'   '.repeat(at)}.. note::\n`)}`,
  'aliases.md': `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: Bomb?\n---\n\n## Why?\n\nSo.\n`,
};

describe('what no person writes', () => {
  test.each(Object.entries(HARD))('%s', async (path, text) => {
    const imported = await importSource([{ path, bytes: new TextEncoder().encode(text) }], path);
    expect(imported.report.entries.length === 0 || wordsLost(imported)).toEqual(
      imported.report.entries.length === 0 ? true : [],
    );
  });

  test('bytes that are no document have a message, and nothing is written', async () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3);
    const { files, report } = await importSource([{ path: 'faq.docx', bytes: zip }], 'faq.docx');
    expect(files).toEqual([]);
    expect(report.findings.map(({ kind }) => kind)).toEqual(['source-broken']);
  });

  test('nothing active comes through', async () => {
    const html = `<h2 onclick="a()">Is it safe?</h2><p style="x:expression(1)">Yes <a href="javascript:alert(1)">link</a>
<img src="data:text/html,x" alt="picture"><svg onload="b()"><script>c()</script></svg><object data="x"></object>
<a href="data:text/html;base64,xx">data</a><form action="//evil"><button formaction="javascript:1">press</button></form>`;
    const { files } = await importSource(
      [{ path: 'x.html', bytes: new TextEncoder().encode(html) }],
      'x.html',
    );
    const text = files.map(({ content }) => String(content)).join('\n');
    expect(text).toContain('Is it safe?');
    expect(text).not.toMatch(/javascript:|data:|onclick|onload|<script|<svg|<form|evil/);
  });
});
