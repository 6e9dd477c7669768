import { importSource } from '@octavo/import';
import { describe, expect, test } from 'vitest';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function importOf(path: string, source: string | Uint8Array) {
  const bytes = typeof source === 'string' ? utf8(source) : source;
  const { files, report } = await importSource([{ path, bytes }], path);
  const text = files.map(({ content }) => String(content)).join('\n');
  const said = report.findings
    .filter(({ kind }) => kind !== 'handbook-incomplete')
    .map(({ severity, kind, place, reason }) => `${severity} ${kind} ${place.line}: ${reason}`);
  return { text, said, report };
}

describe('character references that stand for no character', () => {
  const REFERENCES = [
    '&#0;',
    '&#xD800;',
    '&#1114112;',
    '&#x110000;',
    '&#9999999;',
    '&#99999999;',
    '&#xFFFFFFFF;',
  ];
  const SOURCES: Readonly<Record<string, (reference: string) => string>> = {
    'faq.md': (reference) => `## Is ${reference} it?\n\nYes, ${reference}.\n`,
    'faq.html': (reference) => `<h2>Is ${reference} it?</h2><p>Yes, ${reference}.</p>`,
    'faq.txt': (reference) => `Q: Is ${reference} it?\nA: Yes, ${reference}.\n`,
    'faq.rst': (reference) => `Is ${reference} it?\n==========================\n\nYes, ${reference}.\n`,
    'faq.csv': (reference) => `question,answer\n"Is ${reference} it?","<p>Yes, ${reference}.</p>"\n`,
    'faq.json': (reference) =>
      JSON.stringify([{ question: `Is ${reference} it?`, answer: `<b>Yes</b>, ${reference}.` }]),
  };
  test.each(Object.entries(SOURCES))('%s', async (path, source) => {
    for (const reference of REFERENCES) {
      const { text, report } = await importOf(path, source(reference));
      expect(report.entries).toHaveLength(1);
      expect(text).not.toContain('\0');
      expect(report.words.missingCount, reference).toBe(0);
    }
  });
});

test('what no format can set is code, and said with the line of the source', async () => {
  const { text, said } = await importOf(
    'faq.md',
    '## Is it?\n\nA $\\href{javascript:alert(1)}{x}$ and $a_1^2$.\n\n$$\n\\nosuchcommand{a}\n$$\n\n## Is $\\nosuchcommand{b}$ one?\n\nYes.\n',
  );
  expect(text).toContain('`\\href{javascript:alert(1)}{x}`');
  expect(text).toContain('$a_1^2$');
  expect(text).toContain('```tex\n\\nosuchcommand{a}\n```');
  expect(said.filter((line) => line.includes(' formula '))).toEqual([
    'warning formula 3: the formula "\\href{javascript:alert(1)}{x}" cannot be set: it is kept as code',
    'warning formula 5: the formula "\\nosuchcommand{a}" cannot be set: it is kept as code',
    'warning formula 9: the formula "\\nosuchcommand{b}" cannot be set: it is kept as code',
  ]);
});

describe('front matter that is no set of keys', () => {
  test.each([
    ['a list', '- title\n- tags', 2, 'is a list'],
    ['a scalar', '\njust words', 3, 'is a single value'],
    ['tabs', 'title: X\ntags:\n\t- a', 4, 'a tab indents this line'],
    ['a quote that is never closed', 'a: b\ntitle: "X', 3, 'not valid YAML'],
    [
      'aliases of aliases',
      `${Array.from({ length: 12 }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}, *a${at - 1}`}]`).join('\n')}`,
      2,
      'aliases repeat',
    ],
  ])('%s', async (_name, matter, line, reason) => {
    const { said } = await importOf('faq.md', `---\n${matter}\n---\n\n## Is it?\n\nYes.\n`);
    const [first = ''] = said.filter((each) => each.includes('front-matter'));
    expect(first).toContain(`error front-matter ${line}: `);
    expect(first).toContain(reason);
  });
});

describe('encodings', () => {
  const TEXT = '# Fragen\n\n## Was kostet größeres Gepäck?\n\nZehn €.\n\n## Можно ли позже?\n\nДа.\n';
  const units = (size: 2 | 4, little: boolean) => {
    const codes =
      size === 4
        ? Array.from(TEXT, (letter) => letter.codePointAt(0) ?? 0)
        : Array.from({ length: TEXT.length }, (_, at) => TEXT.charCodeAt(at));
    const view = new DataView(new ArrayBuffer(codes.length * size));
    for (const [at, code] of codes.entries())
      if (size === 4) view.setUint32(at * 4, code, little);
      else view.setUint16(at * 2, code, little);
    return new Uint8Array(view.buffer);
  };
  test.each([
    ['utf-16le', units(2, true)],
    ['utf-16be', units(2, false)],
    ['utf-32le', units(4, true)],
    ['utf-32be', units(4, false)],
  ])('%s without a byte order mark', async (name, bytes) => {
    const { text, said, report } = await importOf('faq.md', bytes);
    expect(report.entries.map(({ question }) => question)).toEqual([
      'Was kostet größeres Gepäck?',
      'Можно ли позже?',
    ]);
    expect(text).toContain('Zehn €.');
    expect(said).toContain(`info encoding 1: the file is read as ${name}`);
  });
});

test('data of a later version, and JSON that is broken, are said at their line', async () => {
  const later = await importOf('data.json', '{\n  "title": "X",\n  "schemaVersion": 99\n}\n');
  expect(later.said).toContain(
    'error unreadable 3: the file says schemaVersion 99, which this version of Octavo does not read',
  );
  const broken = await importOf('data.json', '[\n  { "question": "Is it?",\n    "answer" "Yes" }\n]\n');
  expect(broken.said).toContain('warning unreadable 3: this is not valid JSON: read as plain text');
});

test('keys of a prototype are keys like any other', async () => {
  for (const [path, source] of [
    [
      'faq.json',
      '[{"__proto__": {"question": "x"}, "question": "Is it?", "answer": "Yes", "constructor": "c"}]',
    ],
    ['faq.csv', '__proto__,question,answer,constructor\na,Is it?,Yes,b\n'],
    ['faq.md', '---\n__proto__: {polluted: yes}\nconstructor: x\n---\n\n## Is it?\n\nYes.\n'],
    ['faq.md', '+++\n__proto__ = "x"\n+++\n\n## Is it?\n\nYes.\n'],
  ] as const) {
    const { report } = await importOf(path, source);
    expect(report.entries.map(({ question }) => question)).toEqual(['Is it?']);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  }
});

test('a paragraph of marks is kept as code with its words, and said', async () => {
  const { text, said } = await importOf('faq.md', `## Is it?\n\n${'[a](b "c '.repeat(20_000)}\n\nYes.\n`);
  expect(text).toContain(`[a](b "c [a](b "c`);
  expect(said[0]).toBe(
    'warning too-large 3: hundreds of marks stand in one paragraph here: it is kept as code',
  );
});
