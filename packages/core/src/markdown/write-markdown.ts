import type { Nodes } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

/** How published Markdown differs from the sources that Octavo writes. */
export interface MarkdownStyle {
  readonly emphasis?: '_' | '*';
  /** Pads the cells of a table, so that its bars stand below each other; true unless said. */
  readonly alignTables?: boolean;
  /**
   * `10:30` and `key:value` are prose to Octavo, so a colon is escaped only where Octavo would read a
   * directive. By default, it is escaped wherever any reader could read one.
   */
  readonly plainColons?: boolean;
}

/** Words in which no character could be taken for markup, wherever they stand; they are written unchanged. */
const PLAIN = /^[\p{L}\p{M}](?:[\p{L}\p{M}\p{N} ,;?()/%'"’“”–—…-]|:(?= )|(?<![Ww])\.|\.(?= ))*$/u;

/** The same after a number. With a point, it would begin a list at the start of a line. */
const NUMBERED = /^\p{N}+(?: |[A-Z]?\. )(?=\p{L})/u;

/** What may stand before such words within a line, and behind them. */
const INNER = /^[ ,.]+/;

/** The library would try each of its hundred patterns on every text. */
const text: Handle & { peek?: Handle } = (node: { readonly value: string }, _parent, state, info) => {
  const { value } = node;
  // A point behind a "w" that stands apart, in emphasis or in a text before, may begin the end of "www.".
  const isPoint = /[Ww]$/.test(info.before) && value.startsWith('.');
  const isInner = !isPoint && /[^\r\n\]]$/.test(info.before);
  const first = isInner ? (INNER.exec(value) ?? NUMBERED.exec(value))?.[0] : undefined;
  const words = value.slice(first?.length ?? 0);
  const isPlain = words === '' ? first !== undefined : PLAIN.test(words);
  return isPlain && (!value.endsWith(' ') || /[^\r\n]/.test(info.after)) ? value : state.safe(value, info);
};

/** Only the first character is asked for, and no letter, number or space is ever escaped there. */
text.peek = (node: { readonly value: string }, parent, state, info) =>
  /^[\p{L}\p{N} ]/u.test(node.value) ? node.value : text(node, parent, state, info);

const FORMULAS = mathToMarkdown();

/** A displayed formula with its id behind it: see `formulaIds`. */
const math: Handle = (node: { readonly data?: { readonly id?: string } }, parent, state, info) =>
  [FORMULAS.handlers?.math?.(node, parent, state, info), node.data?.id].filter(Boolean).join(' ');

/** A value of the book is written as it was read: see `variableSyntax`. */
const variable: Handle = (node: { readonly value: string }) => node.value;

const PLAIN_COLONS: NonNullable<Options['unsafe']> = [
  { atBreak: true, character: ':', after: ':' },
  { character: ':', after: '[A-Za-z][\\w-]*[\\[{]', inConstruct: 'phrasing' },
];

/**
 * Makes a writer of Markdown as Octavo reads it: CommonMark, GFM, math and directives. Make it once: the
 * library compiles the patterns of its extensions into the objects themselves.
 */
export function markdownWriter({
  emphasis = '_',
  alignTables = true,
  plainColons = false,
}: MarkdownStyle = {}): (tree: Nodes) => string {
  const directives = directiveToMarkdown();
  const options: Options = {
    bullet: '-',
    emphasis,
    rule: '-',
    handlers: { text, math, variable },
    extensions: [
      gfmToMarkdown({ tablePipeAlign: alignTables }),
      mathToMarkdown(),
      plainColons ? { ...directives, unsafe: PLAIN_COLONS } : directives,
    ],
  };
  return (tree) => toMarkdown(tree, options);
}
