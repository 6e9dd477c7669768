import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { formatMessages } from './format-messages.ts';

const BOOK = fileURLToPath(new URL('../../content/octavo-handbook/', import.meta.url));
const FENCE = /^( *)(`{3,})(\w*)([^\n]*)\n([\s\S]*?)^\1\2$/gm;

/**
 * Every example of YAML and Markdown in the handbook. `title="Wrong"` marks one with a fault; a title with a
 * dot is the name of a file, which another program reads or which the examples of its entry run with.
 */
const blocks = readdirSync(BOOK, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z-]+\/\d[^/]*\.md$/.test(path))
  .sort()
  .flatMap((path) =>
    [...readFileSync(`${BOOK}${path}`, 'utf8').matchAll(FENCE)].map(
      ([, indent = '', , language = '', info = '', text = ''], at) => ({
        place: `${path} (${at + 1})`,
        language,
        title: /title="([^"]+)"/.exec(info)?.[1] ?? '',
        text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      }),
    ),
  );
const inYaml = blocks.filter(({ language, title }) => language === 'yaml' && title !== 'Wrong');
const isSource = ({ title, text }: { title: string; text: string }) =>
  title !== 'Wrong' && !title.includes('.') && !FOREIGN.test(text);

/** A step of a workflow, and a field that a book's own types.yaml declares. */
const FOREIGN = /^(?:- uses:|about:)/;

/** What an example, which is a part of a book, cannot have: these rules ask for other files and entries. */
const BESIDE = new Set(
  `clause-moved condition-known file-present glossary-entry-resolves image-inside-handbook inventory-present link-scheme-allowed number-fits
  page-present part-covers reference-resolves replaced-by-resolves snippet-known topic-known`.split(/\s+/),
);

const MINIMAL = {
  schemaVersion: 1,
  id: 'book',
  title: 'A book',
  language: 'en',
  iri: 'https://example.org/book/',
  edition: { version: '1.0', date: '2026-11-01' },
  chapters: [{ id: 'basics', title: 'Basics' }],
};
const entry = (matter: object, body: string) =>
  `---\n${stringify({ number: '1', question: 'Why?', ...matter })}---\n\n${body}`;

/** The errors of an example as a file of a minimal book. */
async function errorsOf(sources: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const all = { 'handbook.yaml': stringify(MINIMAL), ...sources };
  const files = Object.entries(all).map(([path, text]) => new VFile({ path, value: Buffer.from(text) }));
  await loadHandbook(files, { tools: await schemaTools(files) });
  const errors = formatMessages(files).match(/^\S+ {2}error .*(?:\n .*)*/gm) ?? [];
  return errors.filter((error) => !BESIDE.has(/error {2}(\S+)/.exec(error)?.[1] ?? ''));
}

/** The files that people write in YAML. */
const KINDS: Readonly<Record<string, (data: object, text: string) => Readonly<Record<string, string>>>> = {
  handbook: (data) => ({ 'handbook.yaml': stringify({ ...MINIMAL, ...data }) }),
  entry: (data) => ({ 'basics/1-why.md': entry(data, 'Because.\n') }),
  page: (data) => ({ 'front/preface.md': `---\n${stringify({ title: 'Preface', ...data })}---\n\nWords.\n` }),
  topics: (_, text) => ({ 'topics.yaml': text }),
  glossary: (_, text) => ({ 'glossary.yaml': text }),
  types: (_, text) => ({ 'types.yaml': text }),
  taxonomy: (_, text) => ({ 'taxonomies/kinds.yaml': text }),
  migration: (_, text) => ({ 'migration.yaml': text }),
};
const keysOf = new Map(
  Object.keys(KINDS).map((kind) => {
    const url = new URL(`../../schemas/${kind}.schema.json`, import.meta.url);
    return [kind, Object.keys(JSON.parse(readFileSync(url, 'utf8')).properties ?? {})];
  }),
);

test.each(inYaml)('$place is YAML', ({ text }) => {
  for (const document of parseAllDocuments(text)) expect(document.errors).toEqual([]);
});

test.each(inYaml.filter(isSource))('$place is what a file of a handbook may hold', async ({ text }) => {
  for (const document of parseAllDocuments(text)) {
    const data: object = document.toJS();
    const kinds = Object.keys(KINDS).filter((kind) =>
      Object.keys(data).every((key) => keysOf.get(kind)?.includes(key)),
    );
    const said = await Promise.all(
      kinds.map((kind) => errorsOf(KINDS[kind]?.(data, String(document)) ?? {})),
    );
    expect(said.some((errors) => errors.length === 0) || said, Object.keys(data).join(', ')).toBe(true);
  }
});

test.each(blocks.filter((block) => block.language === 'markdown' && isSource(block)))(
  '$place is what an entry may hold',
  async ({ text }) => {
    const front = text.startsWith('---\n') ? text : entry({}, `Because.\n\n${text}`);
    expect(await errorsOf({ 'basics/1-why.md': front })).toEqual([]);
  },
);

const { commands, groups } = JSON.parse(
  readFileSync(new URL('../../packages/cli/src/commands.json', import.meta.url), 'utf8'),
);
const optionsOf = new Map<string, readonly string[]>(
  commands.map((command: { name: string; options: object; uses: readonly string[] }) => [
    command.name,
    [...Object.keys(command.options), ...command.uses.flatMap((group) => Object.keys(groups[group]))],
  ]),
);
const typed = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ place, text }) =>
    [...text.matchAll(/\boctavo ([a-z]+)(.*)/g)].map(([line, name = '', rest = '']) => ({
      place,
      line,
      name,
      rest,
    })),
  );

test.each(typed)('$place: "$line" names a command and options that are there', ({ name, rest }) => {
  if (name === 'help') return;
  const options = optionsOf.get(name);
  expect(options).toBeDefined();
  const words = rest.replaceAll(/"[^"]*"/g, '');
  for (const [, option = ''] of words.matchAll(/ --([a-z-]+)/g)) expect(options).toContain(option);
});

test('there are many of them', () => {
  expect(inYaml.filter(isSource).length).toBeGreaterThan(50);
});
