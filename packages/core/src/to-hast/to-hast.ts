import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Root as MdastRoot, Text } from 'mdast';
import { defaultHandlers, type Handler } from 'mdast-util-to-hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type {
  AnswerNode,
  Block,
  Blockquote,
  Direction,
  FootnoteDefinition,
  Phrasing,
} from '../model/answer.ts';
import { inOwnDirection, numberParts } from '../say/own-direction.ts';
import { footnoteItem, type MarkCounts } from './footnotes.ts';
import { type HastContext, ownHandlers } from './handlers.ts';
import { localised } from './localised.ts';
import type { ToHastOptions } from './options.ts';
import { editElement } from './passages.ts';

/** hast of one entry or page: its blocks and, when there are any, its notes. */
export interface HastBody {
  readonly content: readonly ElementContent[];
  readonly notes: Element | undefined;
}

/** Converts blocks to hast: the standard nodes through remark-rehype, the others through our own handlers. */
export function toHast(nodes: readonly Block[], options: ToHastOptions): Root {
  return { type: 'root', children: convert(nodes, options, new Map()) };
}

/** Turns phrasing of its own, such as a question, into hast. */
export function phrasingToHast(given: readonly Phrasing[], options: ToHastOptions): ElementContent[] {
  const nodes = inOwnDirection(given, options.direction);
  // Most questions are a single text, which needs no processor.
  const [only] = nodes;
  if (
    nodes.length === 1 &&
    only?.type === 'text' &&
    !/[\r\n]/.test(only.value) &&
    options.direction === 'ltr'
  )
    return [{ type: 'text', value: only.value, ...(only.position ? { position: only.position } : {}) }];
  return convert(nodes, options, new Map());
}

/**
 * Converts a body and its footnotes to hast. The notes are a section (DPUB-ARIA 1.1 `doc-endnotes`) with a
 * link back to every mark.
 */
export function bodyToHast(
  blocks: readonly Block[],
  footnotes: readonly FootnoteDefinition[],
  options: ToHastOptions,
): HastBody {
  const counts: MarkCounts = new Map();
  const content = convert(blocks, options, counts);
  if (footnotes.length === 0) return { content, notes: undefined };
  const bodies = footnotes.map((note) => convert(note.children, options, counts));
  const items = footnotes.map((note, index) => {
    const body = bodies[index] ?? [];
    const edited = note.edited ? [editElement(note.edited, body, options.labels, true)] : body;
    return footnoteItem(note, edited, options, counts);
  });
  const epub = options.dialect === 'epub' ? { 'epub:type': 'endnotes' } : {};
  const properties = {
    className: ['footnotes'],
    role: 'doc-endnotes',
    ariaLabel: options.labels.notes,
    ...epub,
  };
  return { content, notes: h('section', properties, [h('ol', items)]) };
}

function convert(nodes: readonly AnswerNode[], options: ToHastOptions, counts: MarkCounts): ElementContent[] {
  const processor = unified().use(remarkRehype, { handlers: handlersFor(options, counts) });
  const tree = processor.runSync({ type: 'root', children: nodes } as unknown as MdastRoot) as Root;
  return (tree.children as ElementContent[]).filter((node) => !isSeam(node));
}

/** mdast-util-to-hast puts line ends between blocks, which a serializer does not need. */
function isSeam(node: ElementContent): boolean {
  return node.type === 'text' && node.value === '\n';
}

type RehypeHandlers = Record<string, Handler>;

/** mdast-util-to-hast passes its state; our handlers take ours. */
function handlersFor(options: ToHastOptions, counts: MarkCounts): RehypeHandlers {
  const adapted: RehypeHandlers = {
    paragraph: (state, node: { lang?: string; dir?: Direction }) =>
      h('p', localised(node, options), state.all(node as never)),
    blockquote: (state, node: Blockquote) => {
      const quote = defaultHandlers.blockquote(state, node as never);
      if (!node.quotes) return quote;
      const source = { type: 'crossReference', ...node.quotes, written: '', children: [] } as const;
      return { ...quote, properties: { ...quote.properties, cite: options.href(source) } };
    },
  };
  if (options.direction === 'rtl')
    adapted.text = (state, node: Text) => {
      const text = defaultHandlers.text(state, node);
      if (text.type !== 'text') return text;
      const parts = numberParts(text.value, options.direction);
      if (parts.length === 1 && !parts[0]?.isNumber) return text;
      return parts.map(({ text: value, isNumber }) =>
        isNumber ? h('bdi', { dir: 'ltr' }, value) : { type: 'text' as const, value },
      );
    };
  for (const [type, handler] of Object.entries(ownHandlers)) {
    adapted[type] = (state, node, parent) => {
      const siblings = (parent?.children ?? []) as unknown as readonly AnswerNode[];
      const before = siblings[siblings.indexOf(node as AnswerNode) - 1];
      const all: HastContext['all'] = (nodes) => state.all({ type: 'paragraph', children: nodes } as never);
      return (handler as (node: unknown, context: HastContext) => ElementContent | ElementContent[])(node, {
        options,
        counts,
        before,
        all,
      });
    };
  }
  return adapted;
}
