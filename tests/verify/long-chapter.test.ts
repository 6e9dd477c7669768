import { loadHandbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compileTree } from '../contract/compile-tree.ts';

const HANDBOOK = `schemaVersion: 1
id: long
title: Long
language: en
iri: https://numbers.example/long/
edition: { version: "1", date: "2026-03-01" }
numbered: [tables]
lists: [tables]
chapters: [{ id: all, title: All }, { id: more, title: More }]
`;
const CAPTION = 'Table: Fees **in bold**, `code` and $x$ {#fees}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';

test('a chapter of several pages is read back, with notes that run over to the next and a caption with marks', async () => {
  const entries = Array.from({ length: 53 }, (_, at) => {
    const matter = `number: "${at + 1}"\nquestion: "What is said of item ${at + 1}?"\n`;
    const note = at % 4 === 3 ? `It has a note.[^n]\n\n[^n]: ${'The note is long. '.repeat(30 + at)}\n` : '';
    const value = `---\n${matter}---\n\n${at === 0 ? CAPTION : `It is item ${at + 1}.\n\n${note}`}`;
    return new VFile({ path: `all/${at + 1}-what-is-item-x${at + 1}.md`, value });
  });
  const { handbook, files: sources } = loadHandbook([
    new VFile({ path: 'handbook.yaml', value: HANDBOOK }),
    ...entries,
    new VFile({
      path: 'more/60-what-else.md',
      value: '---\nnumber: 60\nquestion: What else?\n---\n\nThat.\n',
    }),
  ]);
  expect(sources.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal).map(String))).toEqual([]);
  if (!handbook) throw new Error('the book does not load');
  const { files } = await compileTree({ handbook, assets: new Map() });
  const { differences } = await verify({ files, handbook, formats: ['html', 'pdf', 'epub', 'jsonld'] });
  expect(differences.map(({ message }) => message)).toEqual([]);
}, 240_000);
