import type { AnswerNode } from '@octavo/core';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const optional = (check: Check): Check & { optional: true } =>
  Object.assign((value: unknown) => check(value), { optional: true as const });

const PHRASING = [
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'crossReference',
  'image',
  'footnoteReference',
  'inlineMath',
  'span',
  'subscript',
  'superscript',
  'keyboard',
  'abbreviation',
] as const;
const BLOCKS = [
  'paragraph',
  'heading',
  'thematicBreak',
  'blockquote',
  'list',
  'code',
  'table',
  'math',
  'admonition',
  'figure',
  'details',
] as const;

const listOf =
  (...types: readonly string[]): Check =>
  (value) =>
    Array.isArray(value) && value.every((node) => isNodeOf(types, node));
const phrasing = listOf(...PHRASING);
const blocks = listOf(...BLOCKS);
const localised = { lang: optional(text), dir: optional(oneOf('ltr', 'rtl')) };

/** The nodes of a source: edits stand in redlined handbooks alone. */
type SourceType = Exclude<AnswerNode['type'], 'editText' | 'editFlow'>;

/** Every node type that a source can write, and what each of its fields must be: written apart from the model, to be held against it. */
export const SHAPES: Readonly<Record<SourceType, Readonly<Record<string, Check>>>> = {
  text: { value: text },
  emphasis: { children: phrasing },
  strong: { children: phrasing },
  delete: { children: phrasing },
  inlineCode: { value: text },
  break: {},
  link: { url: text, title: optional(text), children: phrasing },
  crossReference: {
    number: text,
    fragment: optional(text),
    written: text,
    automatic: optional(oneOf(true)),
    children: phrasing,
  },
  image: { url: text, alt: text, title: optional(text) },
  footnoteReference: { identifier: text, index: count },
  inlineMath: { value: text },
  span: { ...localised, children: phrasing },
  subscript: { children: phrasing },
  superscript: { children: phrasing },
  keyboard: { children: phrasing },
  abbreviation: { title: optional(text), children: phrasing },
  paragraph: { ...localised, children: phrasing },
  heading: { id: optional(text), depth: oneOf(1, 2, 3, 4, 5, 6), children: phrasing },
  thematicBreak: {},
  blockquote: { children: blocks },
  list: { ordered: flag, start: optional(count), spread: flag, children: listOf('listItem') },
  listItem: { checked: optional(flag), spread: flag, children: blocks },
  code: { lang: optional(text), meta: optional(text), value: text },
  table: {
    align: (value) => Array.isArray(value) && value.every(oneOf('left', 'right', 'center', null)),
    children: listOf('tableRow'),
  },
  tableRow: { children: listOf('tableCell') },
  tableCell: { children: phrasing },
  math: { value: text },
  admonition: { kind: oneOf('note', 'tip', 'warning'), title: optional(phrasing), children: blocks },
  figure: { image: (value) => isNodeOf(['image'], value), caption: text },
  details: { summary: phrasing, children: blocks },
  footnoteDefinition: { identifier: text, index: count, children: blocks },
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a node of the closed union, all the way down: every field known, none missing, none undefined. */
export function isNodeOf(types: readonly string[], value: unknown): boolean {
  if (!isRecord(value) || typeof value.type !== 'string' || !types.includes(value.type)) return false;
  const shape = SHAPES[value.type as SourceType];
  const { type: _type, position, ...fields } = value;
  return (
    (position === undefined ? !('position' in value) : isRecord(position)) &&
    Object.keys(fields).every((name) => name in shape) &&
    Object.entries(shape).every(([name, check]) =>
      name in fields ? check(fields[name]) : 'optional' in check,
    )
  );
}

/** Whether a list holds blocks of the union alone. */
export const areBlocks: Check = blocks;
/** Whether a list holds phrasing of the union alone. */
export const arePhrasing: Check = phrasing;
/** Whether a list holds footnotes of the union alone. */
export const areFootnotes: Check = listOf('footnoteDefinition');
