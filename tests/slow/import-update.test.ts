import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';

const BOOK = fileURLToPath(new URL('../fixtures/kitchen-sink/', import.meta.url));
const KINDS = ['md', 'docx', 'xlsx', 'csv'] as const;
/** The part of an archive that holds the text. */
const PARTS = { docx: 'word/document.xml', xlsx: 'xl/sharedStrings.xml' } as const;
type Kind = (typeof KINDS)[number];

/** What an editor does to the text of a document; in Word, to its XML. */
type Edit = (text: string) => string;

let place: string;
const documents = new Map<Kind, Uint8Array>();

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'octavo-'));
  cpSync(BOOK, join(place, 'book'), { recursive: true });
  for (const kind of KINDS) {
    expect((await runOctavo(['export', 'book', '--drafts', '--out', `sent.${kind}`], place)).code).toBe(0);
    documents.set(kind, readFileSync(join(place, `sent.${kind}`)));
  }
}, 240_000);
afterAll(() => rmSync(place, { recursive: true }));

/** The document with an editor's work in it. */
function edited(kind: Kind, edit: Edit): Uint8Array {
  const bytes = documents.get(kind) ?? new Uint8Array();
  if (kind === 'md' || kind === 'csv') return strToU8(edit(strFromU8(bytes)));
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[PARTS[kind]] ?? new Uint8Array());
  return zipSync({ ...parts, [PARTS[kind]]: strToU8(edit(xml)) });
}

function replaced(from: string | RegExp, to: string): Edit {
  return (text) => {
    const after = text.replace(from, to);
    expect(after).not.toBe(text);
    return after;
  };
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('latin1')]),
  );
}

/** Sends a document back into a fresh copy of the book: what the command said, and the lines that differ in each file. */
async function sentBack(
  kind: Kind,
  edit: Edit,
  {
    change = () => undefined,
    more = [],
  }: { change?: (folder: string) => void; more?: readonly string[] } = {},
) {
  const home = join(place, `home-${kind}`);
  rmSync(home, { recursive: true, force: true });
  cpSync(BOOK, join(home, 'book'), { recursive: true });
  change(join(home, 'book'));
  writeFileSync(join(home, `back.${kind}`), edited(kind, edit));
  const before = filesOf(join(home, 'book'));
  const run = await runOctavo(['import', '--update', ...more, `back.${kind}`, 'book'], home);
  const after = filesOf(join(home, 'book'));
  const changes = [...after].flatMap(([path, text]) => {
    const old = before.get(path);
    if (old === text) return [];
    if (old === undefined) return [[path, Buffer.from(text, 'latin1').toString('utf8')] as const];
    const lines = new Set(old.split('\n'));
    const fresh = text.split('\n').filter((line) => !lines.has(line));
    return [[path, Buffer.from(fresh.join('\n'), 'latin1').toString('utf8')] as const];
  });
  expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
  return { ...run, changes: Object.fromEntries(changes) };
}

describe.each(KINDS)('a document of editors: %s', (kind) => {
  test('that nobody changed changes nothing', async () => {
    const { code, stdout, stderr, changes } = await sentBack(kind, (text) => text);
    expect([code, stdout, changes]).toEqual([0, '', {}]);
    expect(stderr).toContain('nothing to change');
  });

  test('with a word less in an answer changes this one file, and one line of it', async () => {
    const { code, stdout, changes } = await sentBack(kind, replaced('a present from somebody', 'a present'));
    expect(code).toBe(0);
    expect(stdout).toBe('book/bench/1-which-knives-first.md: answer\n');
    expect(changes).toEqual({
      'bench/1-which-knives-first.md':
        'Three: a **chef’s knife** of about 20 cm, a *paring knife*, and a **bread knife with *pointed*, not wavy, teeth**. Everything else is ~~a necessity~~ a present.',
    });
  });

  test('with another word in a question and in a paragraph full of markup', async () => {
    const { stdout, changes } = await sentBack(kind, (text) =>
      replaced(
        'on a phone, hold',
        'on a telephone, hold',
      )(replaced('Does a wet knife go', 'Does a wet blade go')(text)),
    );
    expect(stdout.split('\n').sort()).toEqual([
      '',
      'book/bench/2-wet-knife.md: question',
      'book/oven/28-what-makes-it-rise.md: answer',
    ]);
    expect(changes['bench/2-wet-knife.md']).toBe('question: Does a wet blade go back into the drawer?');
    expect(changes['oven/28-what-makes-it-rise.md']).toMatch(
      /^To type .*<kbd>Ctrl<\/kbd>\+<kbd>=<\/kbd>; on a telephone, hold <kbd>2<\/kbd>\..*$/,
    );
  });

  test('that was written before the handbook changed brings back only what editors changed', async () => {
    const file = 'bench/2-wet-knife.md';
    const change = (folder: string) =>
      writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace('No.', 'Never.'));
    const edit = replaced('a present from somebody', 'a present');
    const other = await sentBack(kind, edit, { change });
    expect(other.stdout).toBe('book/bench/1-which-knives-first.md: answer\n');
    const both = await sentBack(kind, replaced('Does a wet knife go', 'Does a wet blade go'), { change });
    expect([both.code, both.stdout, both.changes]).toEqual([1, '', {}]);
    expect(both.stderr).toContain('2 was changed in the document and in the handbook');
  });
});

/** A paragraph of Word. */
const wordParagraph = (style: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
describe('an entry that an editor adds', () => {
  const added = {
    'stove/21A-may-i-fry-in-butter.md':
      '---\nnumber: 21A\nquestion: May I fry in butter?\n---\n\nYes, gently.\n\n- Not for steak.\n',
  };

  test('in Markdown, behind the last entry of its chapter', async () => {
    const edit = replaced(
      /^## .*\{#oven\}$/m,
      '### May I fry in butter?\n\nYes, gently.\n\n- Not for steak.\n\n$&',
    );
    expect((await sentBack('md', edit)).changes).toEqual(added);
  });

  test('in Word, in the style of a question', async () => {
    const fresh =
      wordParagraph('Heading2', 'May I fry in butter?') +
      wordParagraph('Normal', 'Yes, gently.') +
      wordParagraph('Normal', 'Not for steak.').replace(
        '</w:pPr>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>',
      );
    const { stdout, changes } = await sentBack('docx', (xml) => {
      const all = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading1"\/>/gs)];
      // Two pages stand before the first chapter, and the third one comes behind "At the stove".
      const third = all[4]?.index ?? 0;
      return xml.slice(0, third) + fresh + xml.slice(third);
    });
    expect(stdout).toBe('book/stove/21A-may-i-fry-in-butter.md: new, number 21A\n');
    expect(changes).toEqual(added);
  });

  test('in a table, with the number that its row gives', async () => {
    const edit: Edit = (text) => `${text}"700",oven,May I fry in butter?,"Yes, gently.",draft,heat,\r\n`;
    expect((await sentBack('csv', edit)).changes).toEqual({
      'oven/700-may-i-fry-in-butter.md':
        '---\nnumber: 700\nquestion: May I fry in butter?\nstatus: draft\ntopics:\n  - heat\n---\n\nYes, gently.\n',
    });
  });
});

describe('what reviewers do in Word', () => {
  test('tracked changes are taken as accepted, and comments are told', async () => {
    const edit = replaced(
      /<w:r><w:t xml:space="preserve"> a present from somebody\.<\/w:t><\/w:r>/,
      '<w:r><w:t xml:space="preserve"> a </w:t></w:r><w:del w:id="901" w:author="Ann"><w:r><w:delText>present from somebody</w:delText></w:r></w:del>' +
        '<w:ins w:id="902" w:author="Ann"><w:r><w:t>gift</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>',
    );
    const { stdout, stderr, changes } = await sentBack('docx', edit);
    expect(stdout).toBe('book/bench/1-which-knives-first.md: answer\n');
    expect(changes['bench/1-which-knives-first.md']).toMatch(/~~a necessity~~ a gift\.$/);
    expect(stderr).toContain('2 tracked changes by Ann: taken as accepted');
  });

  test('an entry that they take out stays, and that is told', async () => {
    const edit: Edit = (xml) => {
      const heads = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading2"\/>/gs)];
      return xml.slice(0, heads[1]?.index) + xml.slice(heads[2]?.index);
    };
    const { code, stderr, changes } = await sentBack('docx', edit);
    expect([code, changes]).toEqual([0, {}]);
    expect(stderr).toContain('2 is not in the document: to take it back');
  });
});

test('a dry run lists the changes and writes nothing', async () => {
  const edit = replaced('a present from somebody', 'a present');
  const { code, stdout, stderr, changes } = await sentBack('csv', edit, { more: ['--dry-run'] });
  expect([code, stdout, changes]).toEqual([0, 'book/bench/1-which-knives-first.md: answer\n', {}]);
  expect(stderr).toContain('1 file would change');
});

test('a change that the rules refuse is told at its line, and nothing is written', async () => {
  const edit = replaced('a present from somebody', 'a [present](#4711)');
  const { code, stderr, changes } = await sentBack('md', edit);
  expect([code, changes]).toEqual([1, {}]);
  expect(stderr).toMatch(/1-which-knives-first\.md[\s\S]*4711[\s\S]*nothing was written/);
});

test('a document that is none of ours is refused', async () => {
  writeFileSync(join(place, 'other.md'), '# Other\n\n## Why?\n\nBecause.\n');
  const { code, stderr } = await runOctavo(['import', '--update', 'other.md', 'book'], place);
  expect(code).toBe(2);
  expect(stderr).toContain('"other.md" is no document of "octavo export"');
});
