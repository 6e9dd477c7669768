import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { bookItems } from '../src/changes/book-items.ts';
import { compareEditions } from '../src/changes/compare-editions.ts';
import { editionText } from '../src/changes/edition-text.ts';
import { loadHandbook } from '../src/load-handbook.ts';
import { approvables } from '../src/model/approvals.ts';
import { prosePages } from '../src/model/prose-pages.ts';

const BOOK = {
  'handbook.yaml':
    'schemaVersion: 1\nid: b\ntitle: B\nlanguage: en\niri: https://example.org/b/\nedition: { version: "1", date: "2026-01-01" }\ntypography: smart\nnumbered: [tables]\nchapters:\n  - { id: one, title: "One \'and\' only", summary: In short. }\n  - { id: two, title: Two }\n',
  'one/1-a.md': '---\nnumber: 1\nquestion: What is a?\n---\n\nTable: Fees {#fees}\n\n| a |\n| - |\n| 1 |\n',
  'two/2-b.md': '---\nnumber: 2\nquestion: What is b?\n---\n\nB.\n',
};
const INTRO = 'Begin with [](#2), pay by [](#1/fees).[^n]\n\n- One\n\n## More\n\n[^n]: A note.\n';

function load(more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ ...BOOK, ...more }).map(([path, value]) => new VFile({ path, value }));
  const { handbook, files: read } = loadHandbook(files);
  const messages = read.flatMap((file) => file.messages.map((message) => `${file.path}:${message.reason}`));
  if (!handbook) throw new Error(messages.join('\n'));
  return { handbook, messages };
}

describe('the introduction of a chapter', () => {
  test('is read from its folder like a page, with links told and notes beside', () => {
    const { handbook, messages } = load({ 'one/index.md': INTRO });
    expect(messages).toEqual([]);
    const [one, two] = handbook.chapters;
    expect(two?.intro).toBeUndefined();
    expect(one?.intro).toMatchObject({
      id: 'one',
      title: "One 'and' only",
      body: [
        {
          type: 'paragraph',
          children: [{}, { type: 'crossReference', number: '2' }, {}, { numbered: 'Table 1.1' }, {}, {}],
        },
        { type: 'list' },
        { type: 'heading', depth: 1 },
      ],
      footnotes: [{ index: 1 }],
      source: { path: 'one/index.md', line: 1 },
    });
    expect(prosePages(handbook).map(({ id }) => id)).toEqual(['one']);
  });

  test('is told as a change of its chapter, and a chapter without one is what it was', () => {
    const [before, after] = [load(), load({ 'one/index.md': INTRO })].map(({ handbook }) => handbook);
    if (!before || !after) throw new Error('no book');
    const print = (handbook: typeof before, id: string) =>
      bookItems(handbook).find((item) => item.subject === 'chapter' && item.id === id)?.fingerprint;
    expect(print(after, 'two')).toBe(print(before, 'two'));
    // This fingerprint is in the ledgers of released books.
    expect(print(before, 'two')).toBe('1-1dfc2a4a95c49494ad4388954afbe1106be561f41d101d6eb42a608dd0dbdd16');
    const changed = compareEditions(editionText(before), editionText(after));
    expect(changed).toMatchObject([{ subject: 'chapter', id: 'one', kind: 'changed' }]);
    expect(JSON.stringify(changed)).toContain('Begin with');
  });

  test('is approved by the name of its chapter', () => {
    const { handbook } = load({ 'one/index.md': INTRO });
    expect(approvables(handbook).map(({ subject }) => subject)).toEqual(['chapter/one', '1', '2']);
  });
});
