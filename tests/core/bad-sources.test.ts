import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadHandbook, RULE_IDS, schemaTools } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../packages/core/src/message/catalogue.ts';
import { formatMessages } from './format-messages.ts';
import { readFolder } from './read-folder.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/bad/', import.meta.url));
const CASES = readdirSync(FOLDER).sort();

/** Rules about earlier releases, which the tests of the command break: check-ledger, isbn-history, release. */
const OF_HISTORY: readonly string[] = [
  ...RULE_IDS.filter((id) => kindOf(id) === 'history'),
  'isbn-new-edition',
];
/** Rules that no folder of sources can break: whoever reads the disk reports the first three, and reading sorts what the fourth asks for; no edition is chosen here. */
const ELSEWHERE: readonly string[] = [
  'handbook-present',
  'file-inside-handbook',
  'file-readable',
  'number-order',
  'edition-sound',
];

const loaded = await Promise.all(
  CASES.map(async (name) => {
    const files = readFolder(`${FOLDER}${name}/input`);
    return { name, ...loadHandbook(files, { tools: await schemaTools(files) }) };
  }),
);
const messages = loaded.flatMap(({ files }) => files.flatMap((file) => file.messages));

describe('a broken handbook', () => {
  test('comes in at least 45 kinds', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(45);
  });

  test.each(loaded)('$name: every message, in one run', async ({ name, files }) => {
    await expect(formatMessages(files)).toMatchFileSnapshot(`${FOLDER}${name}/expected.txt`);
  });

  test.each(loaded)('$name: no handbook if, and only if, there is an error', ({ handbook, files }) => {
    const errors = files.flatMap((file) => file.messages).filter((message) => message.fatal === true);
    expect(handbook === undefined).toBe(errors.length > 0);
  });

  test.each(loaded.filter(({ name }) => name.startsWith('good-')))(
    '$name: is accepted without a word',
    ({ handbook, files }) => {
      expect(formatMessages(files)).toBe('');
      expect(handbook).toBeDefined();
    },
  );
});

describe('a message', () => {
  test('has a place, a rule, its page and its source', () => {
    for (const { line, column, ruleId, source, url, fatal } of messages) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(RULE_IDS).toContain(ruleId);
      expect(url).toBe(`https://octavo.dev/rules/${ruleId}`);
      expect(source).toBe('octavo');
      expect(typeof fatal).toBe('boolean');
    }
  });

  test('is one line of plain text, and says nothing twice', () => {
    for (const { name, files } of loaded) {
      const lines = formatMessages(files)
        .split('\n')
        .filter((line) => /^\S/.test(line));
      expect(new Set(lines).size, name).toBe(lines.length);
      for (const { reason } of files.flatMap((file) => file.messages))
        expect(reason).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,300}$/u);
    }
  });

  test('of every rule is among them', () => {
    const found = new Set(messages.map((message) => message.ruleId));
    expect(RULE_IDS.filter((id) => !found.has(id))).toEqual(
      RULE_IDS.filter((id) => ELSEWHERE.includes(id) || OF_HISTORY.includes(id)),
    );
  });
});
