import { loadHandbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { FORMS } from '../bench/src/corpus/forms.ts';
import { corpus } from '../bench/src/corpus/model.ts';
import { readSeed } from '../bench/src/corpus/seed.ts';
import { compileTree } from '../contract/compile-tree.ts';

const FORMATS = ['html', 'pdf', 'epub', 'jsonld'] as const;

test.each([100, 1000])('%d generated entries: nothing differs in any format', async (size) => {
  const sources = FORMS.octavo(corpus(readSeed(), size));
  const { handbook } = loadHandbook([...sources].map(([path, value]) => new VFile({ path, value })));
  if (!handbook) throw new Error('the corpus has errors');
  const { files } = await compileTree({ handbook, assets: new Map() });
  const started = process.cpuUsage();
  const parity = await verify({ files, handbook, formats: FORMATS });
  const { user, system } = process.cpuUsage(started);
  console.log(`${size} entries read back in ${((user + system) / 1e6).toFixed(1)} s of a processor`);
  expect(parity.differences).toEqual([]);
  expect(parity.entries).toHaveLength(size);
  for (const { formats } of parity.entries)
    expect(formats.map(({ format }) => format).sort()).toEqual([...FORMATS].sort());
});
