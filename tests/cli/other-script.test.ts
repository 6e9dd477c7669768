import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { released } from './editions.ts';
import { runOctavo } from './run-octavo.ts';
import { temporaryFolder } from './temporary-folder.ts';

const HANDBOOK = `schemaVersion: 1
id: rules
title: Rules
language: ja
iri: https://numbers.example/rules/
edition: { version: "1", date: "2026-03-01" }
formats: [html, epub, jsonld]
numbers: { forms: [["第", decimal, "条"]] }
chapters: [{ id: all, title: All }]
`;

test('numbers of another script are released, with pictures of entries, and read back', async () => {
  const place = await temporaryFolder();
  const [book, out] = [join(place, 'book'), join(place, 'out')];
  await mkdir(join(book, 'all'), { recursive: true });
  await writeFile(join(book, 'handbook.yaml'), HANDBOOK);
  for (let count = 1; count <= 3; count++)
    await writeFile(
      join(book, 'all', `_7b2c_${count}_6761_-item-x${count}.md`),
      `---\nnumber: 第${count}条\nquestion: "What is said of item ${count}?"\n---\n\nIt is item ${count}.\n`,
    );
  await released(book, out, '1', '--allow-dirty', '--quiet');
  const read = await runOctavo(['verify', join(out, '1')], place);
  expect(read.code, read.stderr).toBe(0);
}, 120_000);
