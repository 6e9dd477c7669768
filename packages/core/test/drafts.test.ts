import { expect, test } from 'vitest';
import { entryText, load } from './sample.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>';
const FILES = {
  'basics/1-first.md': entryText('1', '![a](../assets/both.svg)'),
  'basics/2-second.md': entryText(
    '2',
    'See [three](#3). ![a](../assets/both.svg) ![b](../assets/draft.svg)',
    'status: draft\naliases: [old]\n',
  ),
  'basics/3-third.md': entryText('3', 'See [two](#old).', 'status: draft\n'),
  'assets/both.svg': SVG,
  'assets/draft.svg': SVG.replace('<rect', '<!-- another --><rect'),
};

test('without drafts, nothing of them is left: entries, redirects, images', () => {
  const { handbook, messages } = load(FILES);
  expect(messages).toEqual([]);
  expect(handbook?.chapters[0]?.entries.map((entry) => entry.number)).toEqual(['1']);
  expect(handbook?.redirects).toEqual([]);
  expect(handbook?.images.map((image) => image.path)).toEqual(['assets/both.svg']);
});

test('with drafts, all of it is there', () => {
  const { handbook } = load(FILES, { drafts: true });
  expect(handbook?.chapters[0]?.entries.map((entry) => entry.number)).toEqual(['1', '2', '3']);
  expect(handbook?.redirects).toEqual([{ from: 'old', to: '2' }]);
  expect(handbook?.images.map((image) => image.path)).toEqual(['assets/both.svg', 'assets/draft.svg']);
});

test('a published entry may link to a draft only when drafts are built', () => {
  const files = { ...FILES, 'basics/4-fourth.md': entryText('4', 'See [two](#2).') };
  expect(load(files).messages.map((message) => message.ruleId)).toEqual(['reference-resolves']);
  expect(load(files, { drafts: true }).messages).toEqual([]);
});
