import type { Nodes, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import type { Handle } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { type Shortened, shorten } from './shorten.ts';

let processor: Processor | undefined;

/** mdast to Markdown as Octavo reads it (GFM, math and directives: what would mean one of these is escaped). */
export function stringify(tree: Root): string {
  processor ??= unified()
    .data('toMarkdownExtensions', [DIRECTIVES])
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      strong: '*',
      fences: true,
      rule: '-',
      listItemIndent: 'one',
      resourceLink: false,
      handlers: { text: textOf },
    })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkMath)
    .freeze() as unknown as Processor;
  const runs: Shortened[] = [];
  const tagged = shortened(tree, runs) as Root;
  const written = (processor.stringify(tagged as never) as string).replace(
    /\uE002(\d+)(\uE000\d+\uE001)/g,
    (all, at: string, mark: string) => runs[Number(at)]?.expand(mark) ?? all,
  );
  return written;
}

/** `10:30` and `key:value` are prose to Octavo: a colon is escaped only where a directive would begin. */
const DIRECTIVES = {
  ...directiveToMarkdown(),
  unsafe: [
    { atBreak: true, character: ':', after: ':' },
    { character: ':', after: '[A-Za-z][\\w-]*[\\[{]', inConstruct: 'phrasing' as const },
  ],
};

/** Characters that can begin or end a construct, and line starts that can. */
const SPECIAL = /[\\`*_{}[\]<>#+\-!|~&$:@=^%\n\t\r]|^\s|\s$|^\d+[.)]|www\./;

/** Text in which nothing could be markup needs no look at every pattern. */
const textOf: Handle = (node, _parent, state, info) => {
  const { value } = node as { value: string };
  return SPECIAL.test(value) ? state.safe(value, info) : value;
};

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
