import { verify } from '@octavo/verify';
import { expect, test } from 'vitest';
import { compileTree, treeOf } from '../contract/compile-tree.ts';
import { loadBook } from '../contract/load-book.ts';

const formats = ['html', 'pdf', 'epub', 'jsonld'] as const;
const BOOK = 'tests/fixtures/kitchen-sink';

test('a book with smart typography says in every format what that makes of its source, and nothing else', async () => {
  const { handbook: plain, assets } = await loadBook(BOOK);
  const handbook = { ...plain, settings: { ...plain.settings, typography: 'smart' as const } };
  const { files } = await compileTree({ handbook, assets });
  const sound = await verify({ files, handbook, formats });
  expect(sound.differences.map(({ message }) => message)).toEqual([]);
  // What is printed as it was written is a difference, in every format.
  const { differences } = await verify({ files: (await treeOf(BOOK)).files, handbook, formats });
  expect(differences.map(({ format }) => format)).toEqual(expect.arrayContaining([...formats]));
}, 240_000);
