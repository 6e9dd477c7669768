import type { Labels } from '@octavo/core';
import { printable } from '@octavo/core/hast';
import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { h } from 'hastscript';
import { pageBreakElement } from '../pages/page-break-element.ts';
import { hasMark, splitAtMarks } from '../pages/page-mark.ts';
import { fitFormula } from './fit-formula.ts';
import { narrowTable } from './narrow-table.ts';

/*
 * The terms of the EPUB 3 Structural Semantics Vocabulary that a DPUB-ARIA role is named for. Every element with
 * such a role gets its term, so the two never disagree. `index` is missing: EPUB Indexes 1.0 requires more of an
 * index than a list of terms by initials has.
 */
const TYPES: ReadonlySet<string> = new Set(
  'abstract acknowledgments afterword appendix backlink bibliography chapter colophon conclusion cover dedication endnote endnotes epigraph epilogue foreword footnote glossary introduction noteref pagebreak part preface qna subtitle toc'.split(
    ' ',
  ),
);

/** `epub:type` for a role; undefined for a role without a counterpart. */
function epubTypeOf(role: unknown): string | undefined {
  const type = typeof role === 'string' && role.startsWith('doc-') ? role.slice('doc-'.length) : '';
  return TYPES.has(type) ? type : undefined;
}

/** The words and addresses of the book that a tree leaves open. */
export interface FinishSetting {
  readonly pageLabel: (index: number) => string;
  readonly labels: Pick<Labels, 'done' | 'open'>;
  /** Set within code, which has a direction of its own. */
  readonly isCode?: boolean;
}

/**
 * Makes a tree fit for an EPUB content document: page marks become page breaks, `lang` is repeated as
 * `xml:lang`, roles and `epub:type` agree, and characters that XML cannot carry are removed.
 */
export function finishTree(nodes: readonly RootContent[], setting: FinishSetting): ElementContent[] {
  return nodes.flatMap((node) => finishNode(node, setting));
}

function finishNode(node: RootContent, setting: FinishSetting): ElementContent[] {
  if (node.type === 'text') return finishText(node.value, setting);
  if (node.type !== 'element') return [];
  const alone = loneMark(node);
  if (alone !== undefined) return [pageBreakElement('div', alone, setting.pageLabel(alone))];
  if (node.tagName === 'label') return finishTree(node.children, setting);
  if (node.tagName === 'input') return [tick(node, setting.labels)];
  if (node.tagName === 'math') return [formula(node)];
  const finished: Element = {
    type: 'element',
    tagName: node.tagName,
    properties: { ...finishProperties(node), ...(isTextEdit(node) && !setting.isCode && { dir: 'auto' }) },
    children: finishTree(node.children, node.tagName === 'code' ? { ...setting, isCode: true } : setting),
  };
  return [node.tagName === 'table' ? narrowTable(finished) : finished];
}

/**
 * Whether an element is an edit among words. It is isolated from the direction of the words around it, by an
 * attribute since a style sheet of EPUB may not say it (EPUB 3.3, 6.3.1.2).
 */
function isTextEdit({ tagName, properties }: Element): boolean {
  const names = [properties.className].flat();
  return (tagName === 'ins' || tagName === 'del') && names.includes('edit') && !names.includes('flow');
}

/**
 * A formula that fits its page. A formula in running text that may still have to scroll can be reached from
 * the keyboard.
 */
function formula(node: Element): Element {
  const { display, alttext } = node.properties;
  const plain = { ...node, properties: finishProperties(node) };
  if (display === 'block') return fitFormula(plain, true);
  if (typeof alttext !== 'string' || alttext.length <= LONG_FORMULA) return plain;
  return h('span.wide', { tabIndex: 0 }, fitFormula(plain, false));
}

/** More TeX than this may be wider than a phone's column. */
const LONG_FORMULA = 40;

function finishText(value: string, setting: FinishSetting): ElementContent[] {
  if (!hasMark(value)) return [{ type: 'text', value: printable(value) }];
  return splitAtMarks(value).map((part) =>
    typeof part === 'number'
      ? pageBreakElement('span', part, setting.pageLabel(part))
      : { type: 'text', value: printable(part) },
  );
}

/** The box of a task: a character, since reading systems draw form controls badly or not at all. */
function tick(node: Element, labels: FinishSetting['labels']): Element {
  const done = node.properties.checked === true;
  return h('span.tick', { role: 'img', ariaLabel: done ? labels.done : labels.open }, done ? '☑' : '☐');
}

/** Returns the index of a paragraph that was inserted only for a mark. */
function loneMark(node: Element): number | undefined {
  const [child, ...others] = node.children;
  if (node.tagName !== 'p' || child?.type !== 'text' || others.length > 0) return undefined;
  const [mark, ...rest] = splitAtMarks(child.value);
  return typeof mark === 'number' && rest.length === 0 ? mark : undefined;
}

function finishProperties(node: Element): Properties {
  const finished: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    finished[name] = typeof value === 'string' ? printable(value) : value;
  }
  if (typeof finished.href === 'string') finished.href = printableAddress(finished.href);
  if (finished.lang !== undefined) finished['xml:lang'] = finished.lang;
  // Code runs from left to right in a right-to-left book too, which EPUB style sheets are not permitted to
  // say.
  if (CODE.has(node.tagName)) finished.dir ??= 'ltr';
  // A wide formula scrolls, so it must be reachable from the keyboard.
  if (isDisplayMath(node)) finished.tabIndex = 0;
  const type = epubTypeOf(finished.role);
  if (type) finished['epub:type'] = type;
  return finished;
}

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd']);

function isDisplayMath(node: Element): boolean {
  const { className } = node.properties;
  return node.tagName === 'div' && Array.isArray(className) && className.includes('math');
}

/** Removes characters that RFC 3986 does not permit in an address. */
function printableAddress(href: string): string {
  return href.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
}
