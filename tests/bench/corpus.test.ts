import { loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { FORMS } from './src/corpus/forms.ts';
import { corpus } from './src/corpus/model.ts';
import { readSeed } from './src/corpus/seed.ts';

const seed = readSeed();

describe('the corpus of the bench', () => {
  it('is the same every time, and differs by one entry where one is edited', () => {
    for (const form of Object.values(FORMS)) {
      const plain = form(corpus(seed, 60));
      expect(form(corpus(seed, 60))).toEqual(plain);
      const edited = form(corpus(seed, 60, 31));
      const differing = [...plain].filter(([path, text]) => edited.get(path) !== text);
      expect(differing).toHaveLength(1);
    }
  });

  it('is a handbook without a complaint, with code, tables, lists and two links an entry', () => {
    const sources = FORMS.octavo(corpus(seed, 100));
    const files = [...sources].map(([path, value]) => new VFile({ path, value }));
    const { handbook } = loadHandbook(files);
    expect(files.flatMap((file) => file.messages.map(String))).toEqual([]);
    const entries = handbook?.chapters.flatMap((chapter) => chapter.entries) ?? [];
    expect(entries).toHaveLength(100);
    const nodes = entries.flatMap((entry) => entry.answer.map((node) => node.type));
    for (const type of ['code', 'table', 'list'])
      expect(nodes.filter((node) => node === type)).toHaveLength(5);
    const words = [...sources.values()].join(' ').split(/\s+/).length / 100;
    expect(words).toBeGreaterThan(85);
    expect(words).toBeLessThan(125);
  });
});
