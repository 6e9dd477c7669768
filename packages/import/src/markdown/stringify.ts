import { markdownWriter } from '@octavo/core/markdown';
import type { Nodes, Root } from 'mdast';
import { type Shortened, shorten } from './shorten.ts';

const write = markdownWriter({ emphasis: '*', alignTables: false, plainColons: true });

/** mdast to Markdown as Octavo reads it (GFM, math and directives: what would mean one of these is escaped). */
export function stringify(tree: Root): string {
  const runs: Shortened[] = [];
  return write(shortened(tree, runs)).replace(
    /\uE002(\d+)(\uE000\d+\uE001)/g,
    (all, at: string, mark: string) => runs[Number(at)]?.expand(mark) ?? all,
  );
}

/** A copy without positions, in which long texts are short: each has marks of its own. */
function shortened(node: Nodes, runs: Shortened[]): Nodes {
  const { position: _position, ...rest } = node;
  if (node.type === 'text' && node.value.length >= 60) {
    const short = shorten(node.value);
    if (short.text === node.value) return rest as Nodes;
    const at = runs.push(short) - 1;
    return { type: 'text', value: short.text.replaceAll('\uE000', `\uE002${at}\uE000`) };
  }
  if (!('children' in node)) return rest as Nodes;
  return { ...rest, children: (node.children as Nodes[]).map((child) => shortened(child, runs)) } as Nodes;
}
