import { type AnswerNode, type Block, childrenOf, toText } from '@octavo/core';
import { describe, expect, it } from 'vitest';
import { hasMark, pageMark, splitAtMarks } from '../src/pages/page-mark.ts';
import { placeMark } from '../src/pages/place-mark.ts';
import { HANDBOOKS, type LoadedHandbook } from './handbooks.ts';

/** Every node below some blocks with its path. */
function* paths(
  nodes: readonly AnswerNode[],
  above: readonly number[] = [],
): Generator<[readonly number[], AnswerNode]> {
  for (const [place, node] of nodes.entries()) {
    yield [[...above, place], node];
    yield* paths(childrenOf(node), [...above, place]);
  }
}

const textOf = (blocks: readonly AnswerNode[]): string => toText(blocks).replace(/\n+/g, '\n').trim();

describe('a mark', () => {
  it('can be put at any node and any offset, and taking it out gives the text back', () => {
    const { handbook } = (HANDBOOKS['kitchen-sink'] as () => LoadedHandbook)();
    let tried = 0;
    for (const entry of handbook.chapters.flatMap((chapter) => chapter.entries)) {
      for (const [path, node] of paths(entry.answer)) {
        const length = toText([node]).length;
        for (const offset of new Set([0, 1, Math.floor(length / 2), length, length + 5])) {
          const marked = textOf(placeMark(entry.answer, path, offset, 7));
          const bare = marked.replaceAll(pageMark(7), '').replace(/\n+/g, '\n').trim();
          expect(marked.split(pageMark(7)), `${entry.number} ${path} ${offset}`).toHaveLength(2);
          expect(bare, `${entry.number} ${path} ${offset}`).toBe(textOf(entry.answer));
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(2000);
  });

  it('stands at its offset in the text of a paragraph, whatever the paragraph is made of', () => {
    const blocks: readonly Block[] = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'ab' },
          { type: 'strong', children: [{ type: 'text', value: 'cd' }] },
          { type: 'inlineCode', value: 'ef' },
          { type: 'text', value: '🍳g' },
        ],
      },
    ];
    const text = 'abcdef🍳g';
    for (let offset = 0; offset < text.length; offset++) {
      const whole = offset === 7 ? 6 : offset;
      expect(toText(placeMark(blocks, [0], offset, 3))).toBe(
        text.slice(0, whole) + pageMark(3) + text.slice(whole),
      );
    }
  });

  it('goes behind the answer when its path does', () => {
    const blocks: readonly Block[] = [{ type: 'thematicBreak' }];
    expect(placeMark(blocks, [9], 0, 1).map(({ type }) => type)).toEqual(['thematicBreak', 'paragraph']);
    expect(placeMark([], [0], 0, 1)).toHaveLength(1);
  });

  it('is split off again, and its like in a source is no mark', () => {
    expect(splitAtMarks(`a${pageMark(12)}b`)).toEqual(['a', 12, 'b']);
    expect(hasMark('plain')).toBe(false);
    expect(splitAtMarks('a\uFDD0b')).toEqual(['a\uFDD0b']);
  });
});
