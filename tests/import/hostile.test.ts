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

test('JSON that is broken is read as text, and said at its line', async () => {
  const { said } = await importOf('data.json', '[\n  { "question": "Is it?",\n    "answer" "Yes" }\n]\n');
  expect(said).toContain('warning unreadable 3: this is not valid JSON: read as plain text');
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
