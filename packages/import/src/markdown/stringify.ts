import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type Shortened, shorten } from './shorten.ts';

let processor: Processor | undefined;

/** mdast to Markdown as Octavo reads it (GFM, math and directives: what would mean one of these is escaped). */
export function stringify(tree: Root): string {
  processor ??= unified()
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      strong: '*',
      fences: true,
      rule: '-',
      listItemIndent: 'one',
      resourceLink: false,
    })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkMath)
    .use(remarkDirective)
    .freeze() as unknown as Processor;
  const runs: Shortened[] = [];
  const tagged = clone(tree);
  visit(tagged, 'text', (node: Extract<Nodes, { type: 'text' }>) => {
    if (node.value.length < 60) return;
    const short = shorten(node.value);
    if (short.text === node.value) return;
    const at = runs.push(short) - 1;
    // Each text has marks of its own: a letter apart.
    node.value = short.text.replaceAll('\uE000', `\uE002${at}\uE000`);
  });
  const written = (processor.stringify(tagged as never) as string).replace(
    /\uE002(\d+)(\uE000\d+\uE001)/g,
    (all, at: string, mark: string) => runs[Number(at)]?.expand(mark) ?? all,
  );
  return written;
}

function clone(tree: Root): Root {
  return structuredClone(tree);
}
