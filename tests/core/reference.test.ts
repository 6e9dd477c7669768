import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { referenceFiles, referenceOnDisk } from '../../scripts/reference.mjs';

test('the reference of the Octavo Handbook is what the program goes by ("pnpm reference" writes it)', () => {
  expect([...referenceOnDisk()].sort()).toEqual([...referenceFiles()].sort());
});

test('what the program no longer has is withdrawn, and its number is not used again', () => {
  const book = mkdtempSync(join(tmpdir(), 'octavo-reference-'));
  mkdirSync(join(book, 'messages'));
  const question = 'What does a message of the rule `gone` mean?';
  writeFileSync(join(book, 'messages/900-rule-gone.md'), `---\nquestion: ${JSON.stringify(question)}\n---\n`);
  const files = referenceFiles(pathToFileURL(`${book}/`));
  expect(files.get('messages/900-rule-gone.md')).toMatch(
    /^---\nnumber: 900\nid: rule-gone\nquestion: "What does a message of the rule `gone` mean\?"\nstatus: withdrawn\n---\n/,
  );
  const numbers = [...files.keys()].map((path) => Number(/\/(\d+)/.exec(path)?.[1]));
  expect(numbers.filter((number) => number === 900)).toHaveLength(1);
  expect(new Set(numbers).size).toBe(numbers.length);
});
