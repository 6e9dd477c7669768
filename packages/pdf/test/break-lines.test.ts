import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../src/text/break-lines.ts';
import type { BreakNodes, NodeKind } from '../src/text/break-nodes.ts';

/** A paragraph of words, some of which have hyphens, written `|` where one may be drawn and `-` where it stands. */
function nodesOf(words: readonly string[]): BreakNodes {
  const nodes: BreakNodes = { kinds: [], widths: [], stretches: [], shrinks: [], ends: [], hangs: [] };
  const push = (kind: NodeKind, width: number, stretch: number, shrink: number, hang = 0): void => {
    nodes.kinds.push(kind);
    nodes.widths.push(width);
    nodes.stretches.push(stretch);
    nodes.shrinks.push(shrink);
    nodes.ends.push(nodes.ends.length);
    nodes.hangs.push(hang);
  };
  for (const [index, word] of words.entries()) {
    if (index > 0) push('glue', 2.4, 2.3, 0.8);
    for (const [at, part] of word.split(/(?=[|-])/).entries()) {
      if (at > 0 && part.startsWith('|')) push('hyphen', 3, 0, 0, 1.5);
      else if (at > 0) push('dash', 0, 0, 0, 1.5);
      const width = part.replace('|', '').length * 5;
      push('box', width, width * 0.015, width * 0.015);
    }
  }
  push('end', 0, 0, 0);
  return nodes;
}

/** The words, by their letters. */
const word = fc.stringMatching(/^[a-z]{1,7}([|-][a-z]{2,6}){0,2}$/);
const words = fc.array(word, { minLength: 1, maxLength: 80 });

/** Each line's kind of end, and how far it is stretched or shrunk, of what it may be. */
function linesOf(nodes: BreakNodes, breaks: readonly number[], width: number) {
  const { kinds, widths, stretches, shrinks, hangs } = nodes;
  let start = 0;
  return [...breaks, kinds.length - 1].map((end) => {
    while (kinds[start] !== 'box' && start < end) start += 1;
    let [natural, stretch, shrink] = [0, 0, 0];
    for (let at = start; at < end; at++) {
      if (kinds[at] !== 'box' && kinds[at] !== 'glue' && kinds[at] !== 'tie') continue;
      natural += widths[at] as number;
      stretch += stretches[at] as number;
      shrink += shrinks[at] as number;
    }
    const kind = kinds[end];
    natural += (kind === 'hyphen' ? (widths[end] as number) : 0) - (hangs[end] as number);
    start = end;
    const lack = width - natural;
    return { kind, lack, natural, ratio: lack / (lack > 0 ? stretch : shrink) };
  });
}

describe('breakLines', () => {
  it('keeps within what spaces and letters may give, and sets no three hyphens in turn', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 360 }), (text, width) => {
        const nodes = nodesOf(text);
        const breaks = breakLines(nodes, width, width, 'justified');
        if (!breaks) return;
        const lines = linesOf(nodes, breaks, width);
        let hyphens = 0;
        for (const { kind, ratio, lack } of lines) {
          expect(lack < 0 ? ratio : 0).toBeGreaterThanOrEqual(-1.0001);
          if (kind !== 'end') expect(lack > 0 ? ratio : 0).toBeLessThanOrEqual(1.0001);
          hyphens = kind === 'hyphen' || kind === 'dash' ? hyphens + 1 : 0;
          expect(hyphens).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
  it('fills no ragged line beyond its measure, but with a piece that is wider', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 360 }), (text, width) => {
        const nodes = nodesOf(text);
        for (const filling of ['ragged', 'balanced'] as const)
          for (const { natural } of linesOf(nodes, breakLines(nodes, width, width, filling) ?? [], width))
            expect(natural).toBeLessThanOrEqual(width + 0.01);
      }),
    );
  });
  it('always finds a ragged setting, whatever is too wide', () => {
    const nodes = nodesOf(['a', 'b'.repeat(60), 'c', 'd'.repeat(70), 'e']);
    expect(breakLines(nodes, 100, 100, 'justified')).toBeUndefined();
    expect(breakLines(nodes, 100, 100, 'ragged')).toHaveLength(4);
  });
  it('takes no hyphen where the spaces can do without', () => {
    const nodes = nodesOf(Array.from({ length: 30 }, () => 'abc|def'));
    const breaks = breakLines(nodes, 200, 200, 'justified') ?? [];
    expect(breaks.map((at) => nodes.kinds[at])).toEqual(breaks.map(() => 'glue'));
  });
  it('balances the lines of a title', () => {
    const nodes = nodesOf(Array.from({ length: 8 }, () => 'abcdef'));
    expect(breakLines(nodes, 250, 250, 'ragged')).toEqual([13]);
    expect(breakLines(nodes, 250, 250, 'balanced')).toEqual([7]);
  });
});
