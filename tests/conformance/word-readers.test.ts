import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const BOOK = fileURLToPath(new URL('../fixtures/kitchen-sink/', import.meta.url));
const venv = process.env.OCTAVO_VENV;
const python = venv === undefined ? 'python3' : join(venv, 'bin', 'python');
const script = fileURLToPath(new URL('./editor-edits.py', import.meta.url));

/** Whether a tool is here; a test that has to do without it says so. */
function runs(command: string, argv: readonly string[], what: string): boolean {
  try {
    execFileSync(command, argv, { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`${what} is not here: what it says of Word documents is not tested`);
    return false;
  }
}

const hasPython = {
  docx: runs(python, ['-c', 'import docx'], 'python-docx'),
  xlsx: runs(python, ['-c', 'import openpyxl'], 'openpyxl'),
};
const hasOffice = runs('soffice', ['--version'], 'LibreOffice');

async function exported(kind: 'docx' | 'xlsx'): Promise<string> {
  const place = await temporaryFolder();
  cpSync(BOOK, join(place, 'book'), { recursive: true });
  const { code } = await runOctavo(['export', 'book', '--drafts', '--out', `sent.${kind}`], place);
  expect(code).toBe(0);
  return place;
}

describe.each(['docx', 'xlsx'] as const)('a .%s of editors', (kind) => {
  test.skipIf(!hasPython[kind])('is read by another program, and what that changes comes back', async () => {
    const place = await exported(kind);
    execFileSync(python, [script, join(place, `sent.${kind}`), join(place, `back.${kind}`)]);
    const { code, stdout } = await runOctavo(['import', '--update', `back.${kind}`, 'book'], place);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'book/bench/1-which-knives-first.md: answer\nbook/stove/21A-may-i-fry-in-butter.md: new, number 21A\n',
    );
    expect(readFileSync(join(place, 'book/bench/1-which-knives-first.md'), 'utf8')).toContain(
      '~~a necessity~~ a present.\n',
    );
  });
});

test.skipIf(!hasOffice)(
  'LibreOffice reads and writes the document, and hardly an entry is another',
  async () => {
    const place = await exported('docx');
    mkdirSync(join(place, 'saved'));
    const argv = ['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', 'saved', 'sent.docx'];
    execFileSync('soffice', [`-env:UserInstallation=file://${place}/profile`, ...argv], {
      cwd: place,
      stdio: 'ignore',
    });
    const { code, stdout } = await runOctavo(
      ['import', '--update', '--dry-run', 'saved/sent.docx', 'book'],
      place,
    );
    expect(code).toBe(0);
    // LibreOffice loses the style of code in the text of a link.
    expect(stdout.split('\n').filter((line) => !/^book\/bench\/[34]-[\w-]+\.md: answer/.test(line))).toEqual([
      '',
    ]);
  },
);
