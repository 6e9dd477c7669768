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

test('every format of a redlined book agrees with it', async () => {
  const { files, handbook } = tree;
  const { differences } = await verify({ files, handbook, formats: ['pdf', 'epub', 'html'] });
  // A word that a narrow column of a repeated table head breaks without a hyphen is not read as one.
  const others = differences.filter(({ message }) => !message.includes("the page's head or foot says"));
  expect(others.map(({ message }) => message)).toEqual([]);
});
