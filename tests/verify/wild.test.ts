import { verify } from '@octavo/verify';
import { expect, test } from 'vitest';
import { treeOf } from '../contract/compile-tree.ts';

test('what real books hold is read back from every format as it was written', async () => {
  const { handbook, files } = await treeOf('tests/fixtures/wild');
  const { differences } = await verify({ files, handbook, formats: ['html', 'pdf', 'epub', 'jsonld'] });
  expect(differences.map(({ message }) => message)).toEqual([]);
}, 240_000);
