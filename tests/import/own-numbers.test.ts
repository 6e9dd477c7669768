import { loadHandbook } from '@octavo/core';
import { importSource } from '@octavo/import';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';

/** Questions under headings, each with a number in front as it is printed. */
function source(numbers: readonly string[], between = ' '): string {
  const words = [
    'Who is a member?',
    'How is seed lent?',
    'What is late?',
    'Which fees are due?',
    'When does it end?',
    'Where is the hall?',
    'Why a list?',
  ];
  return `# Rules\n\n${numbers.map((number, at) => `## ${number}${between}${words[at % words.length]}\n\nAs rule ${at + 1} says.\n`).join('\n')}`;
}

async function imported(text: string) {
  const { files, report } = await importSource([{ path: 'rules.md', bytes: Buffer.from(text) }], 'rules');
  const loaded = loadHandbook(
    files.map(({ path, content }) => new VFile({ path, value: Buffer.from(content) })),
  );
  const errors = loaded.files.flatMap((file) =>
    file.messages.filter(({ fatal }) => fatal === true).map(String),
  );
  expect(errors).toEqual([]);
  const entries = loaded.handbook?.chapters.flatMap((chapter) => chapter.entries) ?? [];
  return { entries, handbook: loaded.handbook, report, files };
}

describe('numbers of a grammar of their own are kept as printed, and the grammar is declared', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['rulebook', ['UG-3', 'UG-3.1', 'UG-3.1.6', 'UG-3.1.6A', 'UG-3.2'], ' '],
    ['statute', ['§ 1', '§ 2', '§ 14', '§ 14a', '§ 15'], ' '],
    ['statute without spaces', ['§1', '§2', '§14', '§14a', '§15'], ' '],
    ['regulation with a closing sign', ['1)', '1a)', '1b1)', 'A1)', 'A1a1)', 'B)'], ' '],
    ['regulation', ['1', '1a', '1b1', 'A1', 'A1a1', 'B'], '. '],
    ['standard with annexes', ['4', '4.1', '4.1.2', 'A', 'A.1', 'A.2', 'B'], ' '],
    ['small letters', ['601', '601a', '601b', '602', '602a'], '. '],
    ['hyphens', ['12-1', '12-2', '12-10', '13-1'], '. '],
    ['Roman', ['I', 'II', 'IV', 'IV.2', 'V'], '. '],
    ['zeros in front', ['001', '002', '010', '011'], '. '],
  ])('%s', async (_, numbers, between) => {
    const { entries, handbook, files } = await imported(source(numbers, between));
    expect(entries.map(({ number }) => number)).toEqual(numbers);
    expect(handbook?.numbers).toBeDefined();
    expect(entries.map(({ question }) => question[0])).not.toContainEqual(
      expect.objectContaining({ value: expect.stringMatching(/^[^A-Z]|\d/) }),
    );
    expect(String(files.find(({ path }) => path === 'handbook.yaml')?.content)).toContain('numbers:');
  });
});

describe('numbers of the default grammar declare nothing', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['plain', ['1', '2', '3', '4', '5'], '. '],
    ['by parts', ['1.1', '1.2', '2.1', '2.2'], ' '],
    ['with letters', ['12', '12A', '12B', '13'], '. '],
    ['one odd number', ['1', '2', '2a', '3', '4'], '. '],
    ['closing signs', ['1', '2', '3', '4'], ') '],
    ['no numbers', ['', '', '', ''], ''],
  ])('%s', async (_, numbers, between) => {
    const { handbook } = await imported(source(numbers, between));
    expect(handbook?.numbers).toBeUndefined();
  });
});
