import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importSource } from '@octavo/import';
import { describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const BODY = '# FAQ\n\n## Why is it so?\n\nBecause.\n\n## Who says so?\n\nWe do.\n';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function imported(files: Files) {
  const encoded = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }));
  const { files: made, report } = await importSource(encoded, 'FAQ');
  return {
    made: made.length,
    entries: report.counts.entries,
    said: report.findings.map(
      ({ severity, place, reason }) => `${severity} ${place.path}:${place.line} ${reason}`,
    ),
  };
}

describe('a source of which nothing can be made says why, at its line, and nothing that follows from that', () => {
  test.each<readonly [string, Files, readonly RegExp[]]>([
    ['a list', { 'a.md': `---\n- title\n- b\n---\n\n${BODY}` }, [/^error a\.md:2 .*a list, no keys$/]],
    ['a text', { 'a.md': `---\n\njust words\n---\n\n${BODY}` }, [/^error a\.md:3 .*a text, no keys$/]],
    [
      'tabs',
      { 'a.md': `---\ntitle: FAQ\nmore:\n\tkey: x\n---\n\n${BODY}` },
      [/^error a\.md:4 .*a tab indents this line$/],
    ],
    [
      'no YAML',
      { 'a.md': `---\ntitle: FAQ\nnote: a: b\n---\n\n${BODY}` },
      [/^error a\.md:3 the front matter cannot be read/],
    ],
    [
      'a quote that is never closed',
      { 'a.md': `---\na: b\ntitle: "X\n---\n\n${BODY}` },
      [/^error a\.md:\d the front matter cannot be read/],
    ],
    [
      'aliases of aliases',
      {
        'a.md': `---\n${Array.from({ length: 12 }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}, *a${at - 1}`}]`).join('\n')}\n---\n\n${BODY}`,
      },
      [/^error a\.md:2 the front matter cannot be read.*alias/],
    ],
    [
      'lists 10,000 deep',
      { 'a.md': `---\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\n\n${BODY}` },
      [/^error a\.md:2 the front matter cannot be read/],
    ],
    ['in a folder', { 'a.md': BODY, 'b.md': `---\n- x\n---\n\n${BODY}` }, [/^error b\.md:2 /]],
    [
      'a merge',
      { 'a.md': `${BODY}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n` },
      [/^error a\.md:11 a merge was not finished/],
    ],
    [
      'a merge in CSV, with CRLF',
      { 'a.csv': 'question,answer\r\n<<<<<<< HEAD\r\nWhy?,A\r\n=======\r\nWhy?,B\r\n>>>>>>> c\r\n' },
      [/^error a\.csv:2 a merge/],
    ],
    [
      'JSON that breaks off',
      { 'a.md': BODY, 'b.json': '{\n  "question": "Why?",\n  "answer": \n' },
      [/^error b\.json:\d this is no JSON/],
    ],
    [
      'a version of tomorrow',
      { 'a.md': BODY, 'topics.yaml': '# ours\nschemaVersion: 99\ntopics: []\n' },
      [/^error topics\.yaml:2 schemaVersion 99 is not known/],
    ],
    [
      'a version of tomorrow in JSON',
      { 'a.md': BODY, 'b.json': '{\n  "schemaVersion": 99\n}\n' },
      [/^error b\.json:2 schemaVersion 99 is not known/],
    ],
    [
      'a version of tomorrow alone',
      { 'b.json': '{\n  "title": "X",\n  "schemaVersion": 99\n}\n' },
      [/^error b\.json:3 schemaVersion 99 is not known/],
    ],
    [
      'a Word document that is none',
      { 'a.md': BODY, 'b.docx': 'PK' },
      [/^error b\.docx:1 this is no Word document/],
    ],
    [
      'broken YAML of ours',
      { 'a.md': BODY, 'glossary.yaml': 'terms: [\n' },
      [/^error glossary\.yaml:\d this is no YAML/],
    ],
    [
      'two files',
      { 'a.md': `---\n- x\n---\n${BODY}`, 'b.md': `<<<<<<< a\n${BODY}` },
      [/^error a\.md:2/, /^error b\.md:1/],
    ],
  ])('%s', async (_what, files, expected) => {
    const { made, said } = await imported(files);
    expect(made).toBe(0);
    expect(said).toHaveLength(expected.length);
    for (const [index, line] of expected.entries()) expect(said[index]).toMatch(line);
  });

  test('`build` and `import` stop with it, and write nothing', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'FAQ.md'), `---\n- x\n---\n\n${BODY}`);
    for (const argv of [
      ['build', 'FAQ.md'],
      ['import', 'FAQ.md'],
    ]) {
      const { code, stderr, stdout } = await runOctavo(argv, folder);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain('error FAQ.md:2 the front matter cannot be read');
      expect(stderr).toContain('nothing was made of "FAQ.md": 1 fault');
    }
    expect(await readdir(folder)).toEqual(['FAQ.md']);
  });

  test('a folder with files of ours beside documents', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'faq'));
    for (const [path, text] of Object.entries({ 'a.md': BODY, 'topics.yaml': 'schemaVersion: 99\n' }))
      await writeFile(join(folder, 'faq', path), text);
    const { code, stderr } = await runOctavo(['build', 'faq'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('error topics.yaml:1 schemaVersion 99 is not known: this Octavo knows 1');
    expect(existsSync(join(dirname(folder), 'dist'))).toBe(false);
  });
});

describe('a text in another encoding is read, and said', () => {
  const text = '# FAQ\n\n## Почему это так?\n\nПотому что „так“ сложилось — 漢字.\n';
  const latin = '# FAQ\n\n## Why is it so?\n\nBecause it is.\n';
  const utf16 = (value: string, big: boolean, mark: boolean) => {
    const bytes = Buffer.from(mark ? `\ufeff${value}` : value, 'utf16le');
    return new Uint8Array(big ? bytes.swap16() : bytes);
  };
  const utf32 = (value: string, little: boolean, mark: boolean) => {
    const letters = Array.from(mark ? `\ufeff${value}` : value, (letter) => letter.codePointAt(0) ?? 0);
    const view = new DataView(new ArrayBuffer(letters.length * 4));
    for (const [at, code] of letters.entries()) view.setUint32(at * 4, code, little);
    return new Uint8Array(view.buffer);
  };
  const cases = [text, latin].flatMap((value, at) =>
    [true, false].flatMap((mark) => [
      [`${at} utf-16le ${mark}`, utf16(value, false, mark), value],
      [`${at} utf-16be ${mark}`, utf16(value, true, mark), value],
      [`${at} utf-32le ${mark}`, utf32(value, true, mark), value],
      [`${at} utf-32be ${mark}`, utf32(value, false, mark), value],
    ]),
  ) as readonly (readonly [string, Uint8Array, string])[];
  test.each(cases)('%s', async (name, bytes, value) => {
    const plain = await importSource([{ path: 'a.md', bytes: new TextEncoder().encode(value) }], 'FAQ');
    const read = await importSource([{ path: 'a.md', bytes }], 'FAQ');
    expect(plain.report.counts.entries).toBe(1);
    expect(read.files).toEqual(plain.files);
    expect(read.report.findings.map(({ reason }) => reason)).toContain(
      `the file is read as ${name.split(' ')[1]}`,
    );
  });

  test('the quotes of Windows-1252 stay quotes, also on Node 20', async () => {
    const bytes = Uint8Array.from(
      [...'# FAQ\n\n## Why \x93so\x94?\n\nIt is \x85 \x80 5.\n'].map((c) => c.charCodeAt(0)),
    );
    const { files } = await importSource([{ path: 'a.md', bytes }], 'FAQ', { encoding: 'windows-1252' });
    const entry = files.map(({ content }) => String(content)).find((content) => content.includes('number:'));
    expect(entry).toContain('Why “so”?');
    expect(entry).toContain('It is … € 5.');
  });
});
