import { expect, test } from 'vitest';
import { lines, READ, REFUSED, times } from './hostile-texts.ts';
import { entryText, load } from './sample.ts';

// How long this takes is held by tests/slow/import-hostile.test.ts, which kills what has no bound.

const loaded = (body: string) => load({ 'basics/1-first.md': entryText('1', body) });

test.each(Object.entries(REFUSED))('%s: refused, with a place', (_name, body) => {
  const { handbook, messages } = loaded(body);
  expect(handbook).toBeUndefined();
  expect(messages.map((message) => message.ruleId)).toEqual(['nesting-bounded']);
  expect(messages[0]?.line).toBeGreaterThan(0);
  expect(messages[0]?.note).toBeTruthy();
});

test.each(Object.entries(READ))('%s: read', (_name, body) => {
  const { handbook, messages } = loaded(body);
  expect(messages.filter((message) => message.fatal === true)).toEqual([]);
  expect(handbook).toBeDefined();
});

test('10,000 links to nothing are 10,000 messages', () => {
  const { messages } = loaded(lines(10_000, (at) => `- [a](#none-${at})`));
  expect(messages.filter((message) => message.ruleId === 'reference-resolves')).toHaveLength(10_000);
});

test('a formula of 5,000 braces is one message', () => {
  const { messages } = loaded(`$${times(5000, '{')}${times(5000, '}')}$`);
  expect(messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual([
    'math-parses: the formula cannot be set: it nests too deep',
  ]);
});

test('YAML 10,000 deep, 20,000 keys and a key of 100,000 letters are messages', () => {
  const matter = (yaml: string) => load({ 'basics/1-first.md': entryText('1', 'Text.', yaml) }).messages;
  expect(matter(`topics: ${times(10_000, '[')}${times(10_000, ']')}\n`).map(({ ruleId }) => ruleId)).toEqual([
    'nesting-bounded',
  ]);
  expect(matter(`${lines(15_000, (at) => `k${at}: 1`)}\n`)).toHaveLength(15_000);
  expect(matter(`${times(100_000, 'k')}: 1\n`)[0]?.reason.length).toBeLessThanOrEqual(1000);
});

test('an alias that leads to itself is a message', () => {
  const { messages } = load({ 'basics/1-first.md': entryText('1', 'Text.', 'topics: &a [*a]\n') });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['schema-valid']);
});
