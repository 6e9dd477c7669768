import type { Nodes } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import type { Admonition, Block, Direction, Phrasing } from '../../model/answer.ts';
import { type BodyContext, positionOf, sourceOf } from '../body-context.ts';
import { tellStray } from '../stray-directive.ts';

/** What a directive of each kind begins with. */
const MARKS: Readonly<Record<string, string>> = { containerDirective: ':::', leafDirective: '::' };

const IN_TEXT = [':span[…]{lang=…}', ':only[…]{…}', ':snippet[]{id=…}'] as const;

const ADMONITIONS = ['note', 'tip', 'warning'] as const;

/** The admonition kind a container directive names, if any. */
export function admonitionKind(node: ContainerDirective): Admonition['kind'] | undefined {
  return ADMONITIONS.find((kind) => kind === node.name);
}

/** Reports a container that never ends, and attributes that an admonition would lose. */
export function checkContainer(node: ContainerDirective, context: BodyContext): void {
  const last = sourceOf(node, context).split(/\r?\n/).at(-1) ?? '';
  if (!/^[\s>]*:{3,}\s*$/.test(last)) {
    context.report('directive-known', {
      reason: `":::${node.name}" is never closed and holds all that follows`,
      place: node.position,
      expected: 'a line ":::" at its end',
    });
  }
  for (const name of admonitionKind(node) ? Object.keys(node.attributes ?? {}) : []) {
    context.report('directive-known', {
      reason: `":::${node.name}" has no attribute "${name}"`,
      place: node.position,
      note: 'A title is written in brackets: ":::note[Title]".',
    });
  }
}

/** `:::note[Title]`: mdast keeps the title as a first paragraph marked as label. */
export function splitLabel(node: ContainerDirective): {
  label?: Nodes[];
  children: ContainerDirective['children'];
} {
  const [first, ...rest] = node.children;
  if (first?.type !== 'paragraph' || !first.data?.directiveLabel) return { children: node.children };
  return { label: first.children, children: rest };
}

/** Language and direction of `:span[…]{lang=ja dir=rtl}`. */
export function localisation(node: TextDirective, context: BodyContext): { lang?: string; dir?: Direction } {
  const { lang, dir, ...others } = node.attributes ?? {};
  const wrong = (reason: string, expected: string) =>
    context.report('directive-known', { reason, place: node.position, expected });
  for (const key of Object.keys(others)) wrong(`:span has no attribute "${key}"`, 'lang, dir');
  const language = lang && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(lang) ? lang : undefined;
  if (lang && !language) wrong(`"${lang}" is not a language tag`, 'a BCP 47 tag such as ja or pt-BR');
  const direction = dir === 'ltr' || dir === 'rtl' ? dir : undefined;
  if (dir && !direction) wrong(`"${dir}" is not a direction`, 'ltr or rtl');
  return { ...(language ? { lang: language } : {}), ...(direction ? { dir: direction } : {}) };
}

/** A text directive that means nothing here is the text that the author wrote. */
export function literalPhrasing(node: TextDirective, context: BodyContext): Phrasing {
  // "10:30" and "schema:Question" parse as directives too: only a label or attributes show that one was meant.
  if (node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0) warn(node, context);
  return { type: 'text', value: sourceOf(node, context), ...positionOf(node) };
}

/** A block directive that means nothing here: its fences as text, its content as it is. */
export function literalBlocks(
  node: Nodes & { name: string },
  content: readonly Block[],
  context: BodyContext,
): readonly Block[] {
  warn(node, context);
  const lines = sourceOf(node, context).split(/\r?\n/);
  const paragraph = (value: string): Block => ({
    type: 'paragraph',
    children: [{ type: 'text', value, ...positionOf(node) }],
    ...positionOf(node),
  });
  const last =
    lines.length > 1 && /^\s*:{3,}\s*$/.test(lines.at(-1) ?? '')
      ? [paragraph(lines.at(-1)?.trim() ?? '')]
      : [];
  return [paragraph(lines[0] ?? ''), ...content, ...last];
}

function warn(node: Nodes & { name: string }, context: BodyContext): void {
  if (/^(?:only|snippet|entry)$/i.test(node.name)) {
    tellStray(`${MARKS[node.type] ?? ':'}${node.name}`, node.position, context);
    return;
  }
  context.report('directive-known', {
    reason: `"${MARKS[node.type] ?? ':'}${node.name}" is no directive and stays as text`,
    place: node.position,
    expected: [
      ':::note',
      ':::tip',
      ':::warning',
      ':::only{…}',
      '::snippet{id=…}',
      '::entry{number=…}',
      ...IN_TEXT,
    ],
    note: 'Escape the colon as "\\:" if text is what you mean.',
  });
}
