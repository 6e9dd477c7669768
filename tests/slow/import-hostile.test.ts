import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lines, READ, REFUSED } from '../../packages/core/test/hostile-texts.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { OCTAVO } from './octavo-process.ts';

/** Marks of each kind of document: alone, and with one another, they are repeated 20,000 times. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  md: [
    '[',
    '(',
    '[a](',
    '[a](<b',
    '[a](b "c',
    '[a]: <b',
    '*a_ ',
    '~a~',
    'www.',
    '{{',
    '<div',
    ':a[',
    '`',
    '\n> ',
    '\n| a |',
  ],
  html: ['<div>', '<b>', '<i a="b">', '<table><tr><td>', '<ul><li>', '&amp;', '<!--', '<a href="#a">'],
  txt: ['Q: ', '1. ', '\n- ', '    ', '\n===\n', '? '],
  rst: ['\n====\n', '`', ':ref:`', '*', '|', '\n.. note:: ', '_'],
  csv: [',', '"', ';', '\n', 'a?,'],
  json: ['[', '{"a":', '{"question":"a?","answer":"b"},', '"'],
};
const TIMES = 20_000;
/** A process that takes longer has no bound; nobody's machine needs a tenth of it. */
const END_AFTER = 180_000;

/** The texts of a kind of document: each mark alone, and with the next one. */
function textsOf(kind: string): readonly string[] {
  const last = kind === 'md' ? '\n\n## Is this an ordinary question?\n\nYes, it is.\n' : '\n';
  const marks = MARKS[kind] ?? [];
  return marks.flatMap((mark, at) =>
    [mark, mark + (marks[(at + 1) % marks.length] ?? '')].map((one) => one.repeat(TIMES) + last),
  );
}

/** Imports and checks every file that it is given, one after the other, and tells of each what came of it. */
const EACH = `
import { main } from '@octavo/cli';
const [place, kind, times] = process.argv.slice(1);
for (let at = 0; at < Number(times); at++)
  for (const argv of [['import', \`\${at}.\${kind}\`, '--out', \`book-\${at}\`], ['check', \`\${at}.\${kind}\`]]) {
    let said = '';
    const stream = { isTTY: false, columns: 80, write: (text) => { said += text; } };
    const code = await main(argv, { cwd: place, stdout: stream, stderr: stream, env: {}, now: () => 0,
      today: () => '2026-11-25', moment: () => '2026-11-25T12:00:00.000Z', signal: new AbortController().signal });
    const fault = /bug in Octavo|heap|\\n {4}at /.exec(said)?.[0] ?? '';
    console.log(JSON.stringify([...argv.slice(0, 2), code === 0 || code === 1, fault]));
  }
`;

/** Runs the command with little memory; its code is null when it had to be killed, 134 when memory ran out. */
async function octavo(
  cwd: string,
  ...args: readonly string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--max-old-space-size=800', OCTAVO, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), END_AFTER);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, stdout, stderr };
}

describe('hostile documents end in bounded memory, with a document or a message', () => {
  // One process for all texts of a kind: what one of them leaves behind would be too much for the next.
  test.each(Object.keys(MARKS))('%s', async (kind) => {
    const place = await temporaryFolder();
    const texts = textsOf(kind);
    for (const [at, text] of texts.entries()) await writeFile(join(place, `${at}.${kind}`), text);
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=800', '--input-type=module', '-e', EACH, '--', place, kind, `${texts.length}`],
      { cwd: fileURLToPath(new URL('../', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    const done = stdout.trim().split('\n');
    expect(
      done.filter((line) => !line.endsWith(',true,""]')),
      'a bug',
    ).toEqual([]);
    expect([code, done.length], done.at(-1)).toEqual([0, 2 * texts.length]);
  });
});

/** A handbook of `init` with one more entry for each text; the names of their files. */
async function handbookOf(place: string, texts: readonly string[]): Promise<readonly string[]> {
  expect((await octavo(place, 'init', 'book')).code).toBe(0);
  const names = texts.map((_, at) => `${900 + at}-hostile.md`);
  for (const [at, text] of texts.entries())
    await writeFile(
      join(place, 'book', 'first-steps', names[at] ?? ''),
      `---\nnumber: ${900 + at}\nquestion: Is number ${at} bounded?\n---\n\n${text}\n`,
    );
  return names;
}

test('hostile Markdown in a handbook is refused, each file at its line, in one run', async () => {
  const place = await temporaryFolder();
  const names = await handbookOf(place, Object.values(REFUSED));
  const { code, stdout, stderr } = await octavo(place, 'check', 'book', '--reporter', 'github');
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/bug in Octavo|heap|\n {4}at /);
  const said = stdout.split('\n');
  for (const [at, name] of names.entries())
    expect(said.filter((line) => line.includes(name)).join('\n'), Object.keys(REFUSED)[at]).toMatch(
      /^::error file=\S+,line=\d+,col.*nesting-bounded/,
    );
});

test.each([
  ...Object.entries(READ),
  ['3,000 links to nothing', lines(3000, (at) => `- [a](#none-${at})`)] as const,
])('Markdown that is large and fine is read: %s', async (_name, text) => {
  const place = await temporaryFolder();
  await handbookOf(place, [text]);
  const { code, stderr } = await octavo(place, 'check', 'book');
  expect([0, 1]).toContain(code);
  expect(stderr).not.toMatch(/bug in Octavo|heap|\n {4}at |nesting-bounded/);
  expect(stderr.match(/ reference-resolves /g) ?? []).toHaveLength(text.includes('#none-') ? 3000 : 0);
});
