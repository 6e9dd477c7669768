import { verify } from '@octavo/verify';
import { expect, test } from 'vitest';
import { treeOf } from '../contract/compile-tree.ts';

test.each(['content/coremodels-faq', 'tests/fixtures/kitchen-sink', 'tests/fixtures/parity'])(
  '%s: every format holds every number in order with the same words, and every cross-link lands on its entry',
  async (folder) => {
    const { files, handbook } = await treeOf(folder);
    const parity = await verify({ files, handbook, formats: ['html', 'pdf', 'epub', 'jsonld'] });
    expect(parity.differences).toEqual([]);
    const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
    expect(parity.entries.map(({ number }) => number)).toEqual(entries.map(({ number }) => number));
    for (const { number, status, formats } of parity.entries) {
      const read = formats.map(({ format }) => format);
      expect(read, number).toEqual(
        status === 'withdrawn' ? ['pdf', 'epub', 'html'] : ['pdf', 'epub', 'html', 'jsonld'],
      );
    }
  },
  240_000,
);
