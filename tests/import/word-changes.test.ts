import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeChanges } from '@octavo/import';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { wordFile } from './word-file.ts';

const run = (text: string, tag = 't') => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
const paragraph = (...inside: readonly string[]) => `<w:p>${inside.join('')}</w:p>`;
const question = (text: string) => paragraph('<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>', run(text));

const word = (...paragraphs: readonly string[]) => wordFile(paragraphs.join(''));

const TRACKED = word(
  question('When does the ferry go?'),
  paragraph(
    run('At '),
    `<w:del w:id="1" w:author="Ann">${run('nine', 'delText')}</w:del>`,
    `<w:ins w:id="2" w:author="Ann">${run('ten')}</w:ins>`,
    run(' in the morning.'),
  ),
  question('What does it cost?'),
  paragraph(run('Two coins.')),
);

test('tracked changes are taken as accepted, and with --changes the document before them is a second handbook', async () => {
  const place = await temporaryFolder();
  writeFileSync(join(place, 'ferry.docx'), TRACKED);
  const { code, stdout } = await runOctavo(['import', 'ferry.docx', '--out', 'ferry', '--changes'], place);
  expect([code, stdout]).toEqual([0, 'ferry\nferry-before\n']);
  const said = (folder: string) =>
    readdirSync(join(place, folder), { recursive: true })
      .map(String)
      .filter((name) => /\/1-[^/]*\.md$/.test(name))
      .map((name) =>
        readFileSync(join(place, folder, name), 'utf8')
          .trimEnd()
          .split('\n')
          .at(-1),
      );
  expect(said('ferry')).toEqual(['At ten in the morning.']);
  expect(said('ferry-before')).toEqual(['At nine in the morning.']);
});

test('a document without tracked changes has none before them, nor has anything else', () => {
  expect(beforeChanges(word(paragraph(run('Nothing is tracked here.'))))).toBeUndefined();
  expect(beforeChanges(strToU8('PK is no archive'))).toBeUndefined();
  expect(beforeChanges(strToU8('# Markdown'))).toBeUndefined();
});
