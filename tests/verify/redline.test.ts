import { verify } from '@octavo/verify';
import { beforeAll, expect, test } from 'vitest';
import { compileTree, type Tree } from '../contract/compile-tree.ts';
import { loadBook } from '../contract/load-book.ts';
import { redlinedBook } from '../contract/redlined-book.ts';

let tree: Tree;

beforeAll(async () => {
  const { handbook, assets } = await loadBook('tests/fixtures/kitchen-sink');
  tree = await compileTree({ handbook: redlinedBook(handbook), assets });
}, 400_000);

const differences = async (handbook = tree.handbook) => {
  const formats = ['pdf', 'epub', 'html'];
  const parity = await verify({ files: tree.files, handbook, formats } as never);
  return parity.differences.map(({ message }) => message);
};

test('every format of a redlined book agrees with it', async () => {
  expect(await differences()).toEqual([]);
});
