import type { Root } from 'mdast';
import { VFile } from 'vfile';
import type { Snippet } from './insert.ts';

const POINT = { line: 1, column: 1, offset: 0 };
const TREE: Root = {
  type: 'root',
  children: [
    { type: 'paragraph', children: [{ type: 'text', value: '…' }], position: { start: POINT, end: POINT } },
  ],
};

/** Some words of another file, where all that matters is that there are some. */
export const STAND_IN: Snippet = {
  id: '',
  source: { file: new VFile({ path: 'snippets/' }), text: '…', tree: TREE },
  clauseTree: () => TREE,
};
